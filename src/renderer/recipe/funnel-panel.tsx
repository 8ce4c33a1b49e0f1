import { navigate } from '../app/route.ts'
import { askToMeasure } from '../state/measure-question.ts'
import type { RecipeState } from '../state/use-recipe.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { Button, EmptyState, formatCounted } from '../widgets/index.ts'
import { ChangeBar } from './funnel/change-bar.tsx'
import { FunnelCard } from './funnel/funnel-card.tsx'
import { MovedList } from './funnel/moved-list.tsx'
import type { FunnelMode } from './funnel/use-funnel-mode.ts'
import { StepInsight } from './insight/step-insight.tsx'
import { useRecipeView } from './recipe-view.ts'
import type { StepLine } from './step-lines.ts'
import type { RecipeEdit } from './use-recipe-edit.ts'

/** What the steps remove, what a change would move, and what is known of the selected step. */
export function FunnelPanel({ name, funnel, lines, edit, words, mode, onMode }: FunnelPanelProps) {
  const { indexed = 0 } = useWorkspace().data?.counts ?? {}
  const selected = useRecipeView((view) => view.selected)
  if (funnel.total === 0) return <NothingMeasured indexed={indexed} />
  const line = lines[Math.min(selected, lines.length - 1)]
  const { preview } = edit
  return (
    <div className="funnel-scroll">
      <FunnelCard
        name={name}
        funnel={funnel}
        indexed={indexed}
        selected={line?.counted ? funnel.steps.indexOf(line.counted) : -1}
        mode={mode}
        onMode={onMode}
        isDraft={edit.isChanged}
        isBusy={edit.isCounting}
      />
      <ChangeBar words={words} edit={edit} />
      {preview && preview.newlyKept > 0 && <MovedList moved="kept" count={preview.newlyKept} edit={edit} />}
      {preview && preview.newlyDropped > 0 && <MovedList moved="dropped" count={preview.newlyDropped} edit={edit} />}
      {line && <StepInsight key={line.key ?? line.index} line={line} />}
    </div>
  )
}

/** See {@link FunnelPanel}. `words` begin the sentence about the change: "If token limit were 64,000". */
export interface FunnelPanelProps {
  /** The recipe's. */
  name: string
  funnel: RecipeState['funnel']
  lines: readonly StepLine[]
  edit: RecipeEdit
  words: string
  mode: FunnelMode
  onMode: (mode: FunnelMode) => void
}

function NothingMeasured({ indexed }: { indexed: number }) {
  if (indexed === 0)
    return (
      <EmptyState
        title="Nothing measured yet"
        action={
          <Button kind="primary" onClick={() => navigate({ screen: 'open' })}>
            Open a source
          </Button>
        }
      >
        The funnel shows what each step removes, as soon as there are examples.
      </EmptyState>
    )
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
