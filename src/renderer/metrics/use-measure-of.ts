import { type Measure, useMeasures } from '../state/use-measures.ts'

/** What a measure says of itself: of an answer on show, which may be older than what is chosen now. */
export function useMeasureOf(id: string | undefined): Measure | undefined {
  const { measures } = useMeasures()
  return measures.find((measure) => measure.id === id)
}
