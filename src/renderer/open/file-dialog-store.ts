import { create } from 'zustand'

/** What the page's own open dialog is open for; null when it is closed. */
export const useFileDialog = create<{ purpose: 'source' | 'workspace' | null }>(() => ({ purpose: null }))
