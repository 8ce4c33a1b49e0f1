import { create } from 'zustand'

/** Whether the person is being asked how much of the selection to measure. */
export const useMeasureQuestion = create<{ isAsking: boolean }>(() => ({ isAsking: false }))

/** Asks, on the screen that is open: Browse or Metrics. */
export function askToMeasure(): void {
  useMeasureQuestion.setState({ isAsking: true })
}

/** Asks no longer. */
export function closeMeasureQuestion(): void {
  useMeasureQuestion.setState({ isAsking: false })
}
