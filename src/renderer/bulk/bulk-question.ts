import { create } from 'zustand'

/** Whether the person is being asked what to say of the whole selection. */
export const useBulkQuestion = create<{ isAsking: boolean }>(() => ({ isAsking: false }))

/** Asks, on Browse. */
export function askToDecideAll(): void {
  useBulkQuestion.setState({ isAsking: true })
}

/** Asks no longer. */
export function closeBulkQuestion(): void {
  useBulkQuestion.setState({ isAsking: false })
}
