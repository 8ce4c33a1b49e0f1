import type { Dispute } from '../types.ts'

/** An example's name for people: its instance, else its id. */
export function nameOf({ row, exampleId }: Pick<Dispute, 'row' | 'exampleId'>): string {
  return row?.instanceId ?? exampleId
}

/** True while a blind person has not said what they think of it: then what others say stays hidden. */
export function isHidden({ opinions }: Pick<Dispute, 'opinions'>, reviewer: string, isBlind: boolean): boolean {
  return isBlind && !opinions.some((one) => one.reviewer === reviewer)
}

/** What is read out after one was settled. */
export function settledWords(decision: 'accept' | 'reject', left: number): string {
  return `settled: ${decision}ed, ${left} left`
}
