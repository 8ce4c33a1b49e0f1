import { useState } from 'react'
import type { RecipeState } from '../state/use-recipe.ts'
import { Button, ErrorState, formatCounted, Segmented } from '../widgets/index.ts'
import { readSteps } from './edit-recipe-text.ts'
import type { RecipeEdit } from './recipe-edit.ts'
import { StepList } from './step-list.tsx'
import { TextEditor } from './text-editor.tsx'

const VIEWS = [
  { value: 'steps', label: 'Steps' },
  { value: 'text', label: 'Text' },
] as const

/** The recipe, as steps with their parameters or as its text; the same edit either way. */
export function RecipePanel({ state, funnel, edit }: { state: RecipeState; funnel: RecipeState['funnel']; edit: RecipeEdit }) {
  const [view, setView] = useState<'steps' | 'text'>('steps')
  const steps = readSteps(edit.text)
  return (
    <div className="panel panel-side">
      <div className="bar">
        <h1 tabIndex={-1} className="cut">
          {state.recipe.name}
        </h1>
        <span className="muted">
          {formatCounted(state.recipe.steps.length, 'step')} ·{' '}
          <span title={`Recipe hash ${state.recipe.hash}`} className="mono">
            {state.recipe.hash.slice(0, 8)}
          </span>
        </span>
        <span className="grow" />
        <Segmented label="View" value={view} segments={VIEWS} onChange={setView} />
      </div>
      <div className="scroll recipe-body">
        {view === 'text' && <TextEditor edit={edit} />}
        {view === 'steps' && steps === null && (
          <p className="recipe-note">The text has a mistake, so its steps cannot be shown. Correct it under Text, or reset.</p>
        )}
        {view === 'steps' && steps !== null && (
          <>
            {state.recipe.description && <p className="recipe-note muted">{state.recipe.description}</p>}
            <StepList steps={steps} funnel={funnel} edit={edit} />
          </>
        )}
      </div>
      {edit.error !== null && edit.error !== undefined && (
        <div className="recipe-error">
          <ErrorState error={edit.error} isCompact />
        </div>
      )}
      <div className="recipe-foot">
        <span className="muted grow">{edit.isChanged ? 'Changed, not applied' : 'In force'}</span>
        <Button disabled={!edit.isChanged} onClick={edit.onReset}>
          Reset
        </Button>
        <Button kind="primary" keys="Mod+Enter" disabled={!edit.isChanged} isBusy={edit.isBusy} onClick={edit.onApply}>
          Apply
        </Button>
      </div>
    </div>
  )
}
