import type { LedgerEntry } from '#record'
import { inOrder } from '../in-order.ts'
import { answersAfter, isAnswer } from '../standing-answers.ts'
import { takenBack } from '../taken-back.ts'

/** That somebody looked at an example and gave an answer. */
export interface Judgment extends Pick<LedgerEntry, 'reviewer' | 'contentHash' | 'time' | 'seq'> {}

/**
 * Who has judged an example, by its entries, oldest first: everybody with an opinion, and those whose opinion somebody overruled knowing it, because they
 * are not asked again. Nobody as soon as no opinion stands.
 */
export function judgmentsOf(entries: readonly LedgerEntry[]): Judgment[] {
  const gone = takenBack(entries)
  const judged = new Map<string, Judgment>()
  let standing: LedgerEntry[] = []
  for (const entry of inOrder(entries).filter((one) => isAnswer(one) && !gone.has(one.seq))) {
    const { kind, reviewer, contentHash, time, seq } = entry
    standing = answersAfter(standing, entry)
    judged.delete(reviewer)
    if (kind !== 'clear') judged.set(reviewer, { reviewer, contentHash, time, seq })
    if (standing.length === 0) judged.clear()
  }
  return [...judged.values()]
}
