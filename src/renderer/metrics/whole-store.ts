import { create } from 'zustand'

/** Whether the Metrics screen looks at the whole corpus instead of the selection. */
export const useWhole = create<{ isWhole: boolean }>(() => ({ isWhole: false }))

/** Looks at the whole corpus, or at the selection. */
export function lookAtWhole(isWhole: boolean): void {
  useWhole.setState({ isWhole })
}
