import { create } from 'zustand'

/** The step being read, for panes beside the run: 0 before the first. */
export const useReading = create<{ step: number }>(() => ({ step: 0 }))
