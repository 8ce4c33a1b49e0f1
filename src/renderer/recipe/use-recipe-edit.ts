import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { useDebounced } from '../state/use-debounced.ts'
import type { RecipeState } from '../state/use-recipe.ts'
import type { Selection } from '../state/view-store.ts'
import { formatCount, formatCounted, toast } from '../widgets/index.ts'
import { announce } from '../widgets/toast-store.ts'
import { draft, useDraft } from './draft-store.ts'
import { readHead } from './edit-recipe-text.ts'
import { forgetDraft } from './look-at.ts'

/** What a draft would do, as the host counts it. */
export type Preview = Answers['recipe']['preview']

/** An edit under way: the text as it is now, whether and why it cannot be applied, what it would do, and what can be done with it. */
export interface RecipeEdit {
  text: string
  isChanged: boolean
  isBusy: boolean
  /** Why the host refuses the text; null when it does not. */
  error: unknown
  /** Null unless the text was changed and can be applied. */
  preview: Preview | null
  /** When the preview was answered, ms: another time, other examples. */
  previewAt: number
  /** The preview is of an earlier text: its numbers are being counted again. */
  isCounting: boolean
  canUndo: boolean
  canRedo: boolean
  /** Edits about the same thing in a row are taken back together. */
  onEdit: (text: string, about?: string | null) => void
  onUndo: () => void
  onRedo: () => void
  onApply: () => void
  onReset: () => void
}

/** Milliseconds that typing or dragging must rest before the host is asked what it would do. */
const SETTLED_AFTER = 200

/** The draft over the recipe in force, with what it would do. */
export function useRecipeEdit(state: RecipeState, workspace: string): RecipeEdit {
  const inForce = state.recipe.text
  useState(() => draft.open(workspace, inForce))
  const now = useDraft()
  const text = now.text ?? inForce
  const isChanged = text !== inForce
  const { preview, previewAt, error: wrong, isCounting } = usePreview(text, inForce)
  const { apply, isBusy, refused } = useApply(state)
  const error = refused?.text === text ? refused.error : wrong
  return {
    text,
    isChanged,
    isBusy,
    error,
    preview: error ? null : preview,
    previewAt,
    isCounting,
    canUndo: now.past.length > 0,
    canRedo: now.future.length > 0,
    onEdit: (next, about = null) => draft.edit(inForce, next, about),
    onUndo: () => (now.past.length > 0 ? draft.undo(inForce) : announce('Nothing to undo in this recipe')),
    onRedo: () => (now.future.length > 0 ? draft.redo(inForce) : announce('Nothing to redo in this recipe')),
    onApply: () => void (isChanged && apply(text)),
    onReset: () => draft.edit(inForce, inForce),
  }
}

function usePreview(text: string, inForce: string): Pick<RecipeEdit, 'preview' | 'previewAt' | 'error' | 'isCounting'> {
  const api = useApi()
  const client = useQueryClient()
  const settled = useDebounced(text, SETTLED_AFTER)
  const input = { text: settled }
  const isAsked = text !== inForce && settled !== inForce
  const asked = useQuery({
    queryKey: ['recipe', 'preview', input],
    // Aborted as soon as the text is another: nobody waits for these numbers any more.
    queryFn: async ({ signal }) => {
      const answer = await api.recipe.preview(input, { signal })
      forgetMoved(client)
      return answer
    },
    enabled: isAsked,
    // Asked anew even where the answer is known: the host leads to the examples of the draft it previewed last.
    staleTime: 0,
    placeholderData: (before) => before,
  })
  const preview = isAsked && !asked.isError ? (asked.data ?? null) : null
  const isCounting = isAsked && (settled !== text || asked.isFetching)
  useEffect(() => {
    if (preview && !isCounting) announce(previewWords(preview))
  }, [preview, isCounting])
  return { preview, previewAt: asked.dataUpdatedAt, error: isAsked && settled === text ? asked.error : null, isCounting }
}

/** Drops the answers about examples that an earlier draft would have moved. */
function forgetMoved(client: QueryClient): void {
  const isMoved = (input: unknown) => (input as { selection?: Selection } | undefined)?.selection?.moved !== undefined
  client.removeQueries({ queryKey: ['example'], type: 'inactive', predicate: ({ queryKey }) => isMoved(queryKey[2]) })
}

function previewWords({ newlyKept, newlyDropped }: Preview): string {
  return `This would keep ${formatCount(newlyKept)} more, and ${formatCount(newlyDropped)} would leave`
}

function useApply(state: RecipeState) {
  const api = useApi()
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ text: string; error: unknown } | null>(null)
  const apply = async (text: string) => {
    if (isBusy) return
    setBusy(true)
    try {
      const answer = await api.recipe.apply({ text, name: readHead(text).name ?? state.recipe.name })
      client.setQueryData<RecipeState>(['recipe', 'current'], answer)
      draft.applied(answer.recipe.text)
      forgetDraft(answer.recipe.steps.map((step) => step.key))
      const { kept, total } = answer.funnel
      toast({ text: `Applied ${answer.recipe.name}: keeps ${formatCount(kept)} of ${formatCounted(total, 'example')}`, tone: 'keep' })
    } catch (error) {
      setRefused({ text, error })
    } finally {
      setBusy(false)
    }
  }
  return { apply, isBusy, refused }
}
