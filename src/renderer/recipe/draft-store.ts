import { create } from 'zustand'
import { applied, type DraftHistory, edited, redone, UNTOUCHED, undone } from './draft-history.ts'

/** The recipe being edited. It outlives a look at another screen. */
export const useDraft = create<DraftHistory>(() => UNTOUCHED)

/** What can be done with the draft over the recipe `inForce`. */
export const draft = {
  edit: (inForce: string, text: string, about: string | null = null) => useDraft.setState((now) => edited(now, inForce, text, about)),
  undo: (inForce: string) => useDraft.setState((now) => undone(now, inForce)),
  redo: (inForce: string) => useDraft.setState((now) => redone(now, inForce)),
  applied: (inForce: string) => useDraft.setState((now) => applied(now, inForce)),
}
