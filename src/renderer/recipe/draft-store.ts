import { create } from 'zustand'

/** The recipe text being edited; null while it is the one in force. It outlives a look at another screen. */
export const useDraft = create<{ text: string | null }>(() => ({ text: null }))

/** Starts or goes on editing. */
export function setDraft(text: string | null): void {
  useDraft.setState({ text })
}
