import { create } from 'zustand'
import { whenDropped } from '../../state/running-work.ts'

/** What is done next with an export that is there: its folder is verified, or pushed to the Hub. */
export interface After {
  kind: 'verify' | 'push'
  dir: string
}

/** See {@link After}; null when nothing is. */
export const useAfter = create<{ after: After | null }>(() => ({ after: null }))

whenDropped(() => goOn(null))

/** Opens the panel for it, or closes it with null. */
export function goOn(after: After | null): void {
  useAfter.setState({ after })
}
