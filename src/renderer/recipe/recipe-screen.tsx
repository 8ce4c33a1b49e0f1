import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useDebounced } from '../state/use-debounced.ts'
import { type RecipeState, useRecipe } from '../state/use-recipe.ts'
import { ErrorState, formatCount, formatCounted, Skeleton, SplitPanes, toast } from '../widgets/index.ts'
import { setDraft, useDraft } from './draft-store.ts'
import { FunnelPanel } from './funnel-panel.tsx'
import { RecipePanel } from './recipe-panel.tsx'
import './recipe.css'

/** The recipe in force, its funnel, and what a change would do before it is applied. */
export function RecipeScreen() {
  const recipe = useRecipe()
  if (recipe.isError) return <ErrorState error={recipe.error} onRetry={() => void recipe.refetch()} />
  if (!recipe.data) {
    return (
      <div className="recipe-loading">
        <Skeleton lines={6} height={44} label="Loading the recipe" />
      </div>
    )
  }
  return <Editor state={recipe.data} />
}

function Editor({ state }: { state: RecipeState }) {
  const api = useApi()
  const client = useQueryClient()
  const draft = useDraft().text
  const text = draft ?? state.recipe.text
  const isChanged = text !== state.recipe.text
  const settled = useDebounced(text, 200)
  const input = { text: settled }
  const preview = useQuery({
    queryKey: ['recipe', 'preview', input],
    queryFn: ({ signal }) => api.recipe.preview(input, { signal }),
    enabled: isChanged && settled !== state.recipe.text,
    placeholderData: (before) => before,
  })
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ text: string; error: unknown } | null>(null)
  const apply = async () => {
    if (!isChanged || isBusy) return
    setBusy(true)
    try {
      const applied = await api.recipe.apply({ text, name: state.recipe.name })
      client.setQueryData<RecipeState>(['recipe', 'current'], applied)
      setDraft(null)
      const { kept, total } = applied.funnel
      toast({ text: `Applied ${applied.recipe.name}: keeps ${formatCount(kept)} of ${formatCounted(total, 'example')}`, tone: 'keep' })
    } catch (error) {
      setRefused({ text, error })
    } finally {
      setBusy(false)
    }
  }
  const reset = () => setDraft(null)
  useKeys([{ key: 'Mod+Enter', name: 'Apply the recipe', group: 'Recipe', run: () => void apply() }])
  const error = refused?.text === text ? refused.error : isChanged && settled === text ? preview.error : null
  const shown = isChanged && preview.data && !error ? preview.data : null
  const edit = {
    text,
    isChanged,
    isBusy,
    error,
    onEdit: (next: string) => setDraft(next === state.recipe.text ? null : next),
    onApply: () => void apply(),
    onReset: reset,
  }
  return (
    <SplitPanes
      name="recipe"
      panes={[
        {
          id: 'steps',
          label: 'Steps',
          size: 420,
          min: 320,
          content: <RecipePanel state={state} funnel={shown?.funnel ?? state.funnel} edit={edit} />,
        },
        {
          id: 'funnel',
          label: 'Funnel',
          size: 'rest',
          min: 380,
          content: <FunnelPanel funnel={shown?.funnel ?? state.funnel} preview={shown} edit={edit} />,
        },
      ]}
    />
  )
}
