import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { type RecipeState, useRecipe } from '../state/use-recipe.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { ErrorState, Skeleton, SplitPanes } from '../widgets/index.ts'
import { AddStep } from './add-step.tsx'
import { changeWords } from './change-words.ts'
import { readHead, readSteps } from './edit-recipe-text.ts'
import { faultsByStep } from './fault-lines.ts'
import { useFunnelMode } from './funnel/use-funnel-mode.ts'
import { FunnelPanel } from './funnel-panel.tsx'
import { RecipePanel } from './recipe-panel.tsx'
import { changeView, useRecipeView } from './recipe-view.ts'
import type { RuleInfo } from './rule-info.ts'
import { stepBlocks } from './step-blocks.ts'
import { stepEdits } from './step-edits.ts'
import { stepLines } from './step-lines.ts'
import { type RecipeEdit, useRecipeEdit } from './use-recipe-edit.ts'
import { focusStep, useRecipeKeys } from './use-recipe-keys.ts'
import './steps.css'
import './recipe.css'
import './funnel.css'

/** The recipe in force, its funnel, and what a change would do before it is applied. */
export function RecipeScreen() {
  const recipe = useRecipe()
  const workspace = useWorkspace().data?.path
  if (recipe.isError) return <ErrorState error={recipe.error} onRetry={() => void recipe.refetch()} />
  if (!recipe.data || !workspace) return <Loading />
  return <Editor key={workspace} state={recipe.data} workspace={workspace} />
}

function Loading() {
  const lines = <Skeleton lines={6} height={44} label="Loading the recipe" />
  const bars = <Skeleton lines={6} height={26} label="Loading the funnel" />
  return (
    <div className="recipe-loading">
      {lines}
      {bars}
    </div>
  )
}

const NO_RULES: readonly RuleInfo[] = []

function Editor({ state, workspace }: { state: RecipeState; workspace: string }) {
  const api = useApi()
  const { data: rules = NO_RULES, refetch: askRules } = useQuery({
    queryKey: ['recipe', 'rules'],
    queryFn: () => api.recipe.rules(),
    // Packs of one's own are edited beside the page.
    refetchOnMount: 'always',
  })
  const isAdding = useRecipeView((view) => view.isAdding)
  const edit = useRecipeEdit(state, workspace)
  const funnel = edit.preview?.funnel ?? state.funnel
  const { mode, setMode, next } = useFunnelMode()
  const steps = useMemo(() => readSteps(edit.text), [edit.text])
  const inForce = useMemo(() => readSteps(state.recipe.text) ?? [], [state.recipe.text])
  const faults = useMemo(() => faultsOf(edit), [edit])
  const lines = steps && stepLines({ steps, inForce, recipe: state.recipe, rules, funnel, faults })
  const edits = stepEdits(lines ?? [], edit)
  useRecipeKeys({ count: lines?.length ?? 0, edit, edits, onMode: next })
  const name = readHead(edit.text).name ?? state.recipe.name
  const right = {
    name,
    funnel,
    lines: lines ?? [],
    edit,
    words: name === state.recipe.name ? changeWords(inForce, steps ?? [], rules) : `With the recipe ${name}`,
    mode,
    onMode: setMode,
  }
  return (
    <div className="recipe-screen">
      <SplitPanes
        name="recipe"
        panes={[
          {
            id: 'steps',
            label: 'Steps',
            size: 420,
            min: 320,
            content: <RecipePanel state={state} lines={lines} edit={edit} edits={edits} onRules={() => void askRules()} />,
          },
          { id: 'funnel', label: 'Funnel', size: 'rest', min: 380, content: <FunnelPanel {...right} /> },
        ]}
      />
      <AddStep
        isOpen={isAdding}
        rules={rules}
        onAdd={(rule) => focusStep(edits.add(rule))}
        onClose={() => changeView({ isAdding: false })}
      />
    </div>
  )
}

function faultsOf({ text, error }: RecipeEdit): string[][] {
  return error === null || error === undefined ? [] : faultsByStep(faultOf(error).message, stepBlocks(text) ?? [])
}
