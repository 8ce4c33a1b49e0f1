import type { LedgerEntry } from '#record'
import { inOrder } from '../in-order.ts'
import { isAnswer } from '../project-standings.ts'
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
  let standing = new Set<string>()
  for (const { kind, settles, reviewer, contentHash, time, seq } of inOrder(entries).filter(
    (entry) => isAnswer(entry) && !gone.has(entry.seq),
  )) {
    if (settles) standing = new Set()
    standing.delete(reviewer)
    judged.delete(reviewer)
    if (kind !== 'clear') {
      standing.add(reviewer)
      judged.set(reviewer, { reviewer, contentHash, time, seq })
    }
    if (standing.size === 0) judged.clear()
  }
  return [...judged.values()]
}
