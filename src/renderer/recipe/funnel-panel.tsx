import type { Answers } from '../api/api.ts'
import { navigate } from '../app/route.ts'
import { askToMeasure } from '../state/measure-question.ts'
import type { RecipeState } from '../state/use-recipe.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { Button, EmptyState, formatCount, formatCounted, formatPercent, Tag } from '../widgets/index.ts'
import type { RecipeEdit } from './recipe-edit.ts'

type Funnel = RecipeState['funnel']

/** What each step removes, and what a change under way would change. */
export function FunnelPanel({ funnel, preview, edit }: FunnelPanelProps) {
  const { decided = 0, indexed = 0 } = useWorkspace().data?.counts ?? {}
  if (funnel.total === 0) return <NothingMeasured indexed={indexed} />
  const alone = funnel.steps.reduce((sum, step) => sum + step.only, 0)
  return (
    <div className="panel">
      <div className="bar">
        <h2>Funnel</h2>
        <span className="muted">
          {formatCount(funnel.total)} {indexed > funnel.total && `of ${formatCount(indexed)} `}measured → {formatCount(funnel.kept)} kept
        </span>
        <span className="grow" />
        <span className="funnel-key">
          <i className="funnel-left" aria-hidden /> left <i className="funnel-gone" aria-hidden /> dropped here
        </span>
      </div>
      <div className="bar preview-bar" data-changed={edit.isChanged || undefined}>
        {preview ? (
          <>
            <b>With your changes</b>
            <Tag tone="keep">+ {formatCount(preview.newlyKept)} newly kept</Tag>
            <Tag tone="drop">− {formatCount(preview.newlyDropped)} newly dropped</Tag>
            <span className="grow" />
            <Button onClick={edit.onReset}>Reset</Button>
            <Button kind="primary" isBusy={edit.isBusy} onClick={edit.onApply}>
              Apply
            </Button>
          </>
        ) : (
          <span className="muted">{hintOf(edit)}</span>
        )}
      </div>
      <div className="scroll">
        <table className="funnel">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Share of all measured</th>
              <th scope="col" className="number">
                Left
              </th>
              <th scope="col" className="number">
                Dropped
              </th>
              <th scope="col" className="number" title="Examples that this step drops and no other step would">
                Only by it
              </th>
            </tr>
          </thead>
          <tbody>
            {funnel.steps.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule may stand in several steps; a step is its place
              <FunnelLine key={i} step={step} total={funnel.total} />
            ))}
          </tbody>
        </table>
        <div className="figures">
          <Figure value={formatPercent(funnel.kept / funnel.total)} text="of the measured examples are kept" />
          <Figure value={formatCount(alone)} text="are dropped by one step alone: the closest calls" />
          <Figure value={formatCount(decided)} text="decided by people; the recipe never changes those" />
        </div>
      </div>
    </div>
  )
}

function NothingMeasured({ indexed }: { indexed: number }) {
  if (indexed === 0)
    return <EmptyState title="Nothing measured yet">The funnel shows what each step removes, as soon as there are examples.</EmptyState>
  const measureSome = () => {
    navigate({ screen: 'browse' })
    askToMeasure()
  }
  return (
    <EmptyState
      title="Nothing measured yet"
      action={
        <Button kind="primary" onClick={measureSome}>
          Measure some
        </Button>
      }
    >
      {formatCounted(indexed, 'example')} {indexed === 1 ? 'is' : 'are'} only indexed. The funnel shows what each step removes of those that
      are measured.
    </EmptyState>
  )
}

function hintOf({ isChanged, error }: RecipeEdit): string {
  if (!isChanged) return 'Change a step to see what it would keep and drop, before it does.'
  return error ? 'This change cannot be applied: its message stands under the steps.' : 'Counting what this change would do.'
}

/** See {@link FunnelPanel}. `preview` is null unless the text was changed and can be applied. */
export interface FunnelPanelProps {
  funnel: Funnel
  preview: Answers['recipe']['preview'] | null
  edit: RecipeEdit
}

function FunnelLine({ step, total }: { step: Funnel['steps'][number]; total: number }) {
  const left = (step.remaining / total) * 100
  const gone = (step.dropped / total) * 100
  return (
    <tr>
      <th scope="row">
        {step.title}
        <small className="cut">{step.summary}</small>
      </th>
      <td className="funnel-cell">
        <span className="funnel-bar" aria-hidden>
          <i className="funnel-left" style={{ width: `${left}%` }} />
          <i className="funnel-gone" style={{ width: `${gone}%` }} />
        </span>
      </td>
      <td className="number">{formatCount(step.remaining)}</td>
      <td className={step.dropped > 0 ? 'number step-drops' : 'number faint'}>{formatCount(step.dropped)}</td>
      <td className="number faint">{formatCount(step.only)}</td>
    </tr>
  )
}

function Figure({ value, text }: { value: string; text: string }) {
  return (
    <div className="figure">
      <b>{value}</b>
      <span>{text}</span>
    </div>
  )
}
