import { create } from 'zustand'
import type { Selection } from '../state/view-store.ts'

/** What a drag would narrow to if it ended now: everything else on the screen follows it. Null outside of a drag. */
export const usePreview = create<{ preview: Selection | null }>(() => ({ preview: null }))
