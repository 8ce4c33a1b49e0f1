import { create } from 'zustand'
import { applied, type DraftHistory, edited, redone, UNTOUCHED, undone } from './draft-history.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'

/** The recipe being edited. It outlives a look at another screen, and its text a reload. */
export const useDraft = create<DraftHistory>(() => UNTOUCHED)

/** Folder of the workspace the draft is of. */
let workspace: string | null = null

useDraft.subscribe(({ text }, before) => {
  if (workspace !== null && text !== before.text) keepDraft(workspace, text)
})

/** What can be done with the draft over the recipe `inForce`. */
export const draft = {
  /** Goes on with the draft of this workspace, which another one's recipe has nothing to do with. */
  open: (folder: string, inForce: string) => {
    if (workspace === folder) return
    workspace = folder
    const text = keptDraft(folder)
    useDraft.setState(text === null ? UNTOUCHED : edited(UNTOUCHED, inForce, text))
  },
  edit: (inForce: string, text: string, about: string | null = null) => useDraft.setState((now) => edited(now, inForce, text, about)),
  undo: (inForce: string) => useDraft.setState((now) => undone(now, inForce)),
  redo: (inForce: string) => useDraft.setState((now) => redone(now, inForce)),
  applied: (inForce: string) => useDraft.setState((now) => applied(now, inForce)),
}
