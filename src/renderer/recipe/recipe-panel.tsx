import { Plus, Redo2, Undo2 } from 'lucide-react'
import { faultOf } from '../state/fault-of.ts'
import type { RecipeState } from '../state/use-recipe.ts'
import { Button, ErrorState, formatCount, formatCounted, IconButton, Segmented } from '../widgets/index.ts'
import { BookFaults } from './book-faults.tsx'
import { readHead } from './edit-recipe-text.ts'
import { OpenMenu } from './open-menu.tsx'
import { changeView, useRecipeView } from './recipe-view.ts'
import { SaveMenu } from './save-menu.tsx'
import type { StepEdits } from './step-edits.ts'
import type { StepLine } from './step-lines.ts'
import { StepList } from './step-list.tsx'
import { TextEditor } from './text-editor.tsx'
import type { RecipeEdit } from './use-recipe-edit.ts'
import { NAMES } from './use-recipe-keys.ts'

const VIEWS = [
  { value: 'steps', label: 'Steps' },
  { value: 'text', label: 'Text' },
] as const

/** The recipe, as steps with their parameters or as its text; the same edit either way. `lines` is null where the text cannot be read. */
export function RecipePanel({ state, lines, edit, edits, onRules }: RecipePanelProps) {
  const view = useRecipeView((one) => one.view)
  const head = readHead(edit.text)
  const name = head.name ?? state.recipe.name
  const description = head.description ?? (edit.isChanged ? null : state.recipe.description)
  const hash = edit.isChanged ? edit.preview?.hash : state.recipe.hash
  return (
    <div className="panel panel-side">
      <div className="bar">
        <h1 tabIndex={-1} className="cut" title={name}>
          {name}
        </h1>
        <span className="muted cut">
          {lines !== null && formatCounted(lines.length, 'step')}
          {hash !== undefined && (
            <span title={`Recipe hash ${hash}`}>
              {' · '}
              <span className="mono">{hash.slice(0, 8)}</span>
            </span>
          )}
        </span>
        <span className="grow" />
        <OpenMenu edit={edit} />
        <SaveMenu name={name} text={edit.text} />
      </div>
      <div className="bar recipe-tools">
        <Segmented label={NAMES.view} value={view} segments={VIEWS} onChange={(next) => changeView({ view: next })} />
        <span className="grow" />
        <IconButton label={NAMES.undo} keys="Mod+Z" icon={<Undo2 size={14} aria-hidden />} disabled={!edit.canUndo} onClick={edit.onUndo} />
        <IconButton
          label={NAMES.redo}
          keys="Mod+Shift+Z"
          icon={<Redo2 size={14} aria-hidden />}
          disabled={!edit.canRedo}
          onClick={edit.onRedo}
        />
        <Button kind="ghost" keys="n" icon={<Plus size={14} aria-hidden />} onClick={() => changeView({ isAdding: true })}>
          {NAMES.add}
        </Button>
      </div>
      <BookFaults onRetry={onRules} />
      {view === 'text' && <TextEditor edit={edit} />}
      {view === 'steps' && (
        <div className="scroll recipe-body">
          {lines === null && (
            <p className="recipe-note">
              The text has a mistake, so its steps cannot be shown. Correct it under Text, or take the edit back.
            </p>
          )}
          {lines !== null && description !== null && description !== '' && <p className="recipe-note muted">{description}</p>}
          {lines !== null && <StepList lines={lines} edits={edits} isChanged={edit.isChanged} isCounting={edit.isCounting} />}
        </div>
      )}
      <Refusal error={edit.error} lines={view === 'steps' ? lines : null} />
      <div className="recipe-foot">
        <span className="muted grow cut">{standing(edit)}</span>
        <Button disabled={!edit.isChanged} onClick={edit.onReset}>
          Reset
        </Button>
        <Button kind="primary" keys="Mod+Enter" disabled={!edit.isChanged} isBusy={edit.isBusy} onClick={edit.onApply}>
          {NAMES.apply}
        </Button>
      </div>
    </div>
  )
}

/** Where the text stands: in a narrow window these numbers are all that is seen of the funnel. */
function standing({ isChanged, preview }: RecipeEdit): string {
  if (!isChanged) return 'In force'
  if (!preview) return 'Changed, not applied'
  return `Draft: + ${formatCount(preview.newlyKept)} keep, ${formatCount(preview.newlyDropped)} leave`
}

/** Why a draft cannot be applied. Where every mistake stands at its step already, how many there are is enough. */
function Refusal({ error, lines }: { error: unknown; lines: readonly StepLine[] | null }) {
  if (error === null || error === undefined) return null
  const wrong = lines?.filter((line) => line.faults.length > 0) ?? []
  const told = wrong.reduce((sum, line) => sum + line.faults.length, 0)
  const isTold = told > 0 && told === faultOf(error).message.split('\n').length
  return (
    <div className="recipe-error">
      {isTold ? (
        <p className="recipe-wrong" role="alert">
          ✕ It cannot be applied yet: {formatCounted(told, 'mistake')} at {wrong.map((line) => `step ${line.index + 1}`).join(', ')}
        </p>
      ) : (
        <ErrorState error={error} isCompact />
      )}
    </div>
  )
}

/** See {@link RecipePanel}. */
export interface RecipePanelProps {
  state: RecipeState
  lines: readonly StepLine[] | null
  edit: RecipeEdit
  edits: StepEdits
  /** Reads the rules there are again. */
  onRules: () => void
}
