import { navigate } from '../app/route.ts'
import { type Selection, useView } from '../state/view-store.ts'

/** How steps must have failed the examples to look at; see the record's `FailingMode`. */
export type FailingMode = NonNullable<Selection['failing']>['how']

/** Goes to Browse with these examples alone. */
export function lookAt(selection: Selection): void {
  useView.getState().setSelection(selection)
  navigate({ screen: 'browse' })
}

/** The examples that steps of the recipe in force fail. */
export function failing(steps: readonly string[], how: FailingMode): Selection {
  return { failing: { steps: [...steps], how } }
}

/** Opens one example of a selection, so that its neighbours are the others; the way back in the history leads here. */
export function openOneOf(selection: Selection, id: string): void {
  const view = useView.getState()
  view.setSelection(selection)
  view.setCursor(id)
  navigate({ screen: 'example', id, message: null })
}

/** Keeps of the selection what still means something once another recipe is in force. */
export function forgetDraft(keys: readonly string[]): void {
  const { selection, setSelection } = useView.getState()
  const { moved, failing: steps, ...rest } = selection
  const isKnown = steps?.steps.every((key) => keys.includes(key)) ?? true
  if (moved !== undefined || !isKnown) setSelection(steps && isKnown ? { ...rest, failing: steps } : rest)
}
