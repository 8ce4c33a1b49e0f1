import type { LedgerEntry } from '#record'
import { textOf } from '../entry-value.ts'
import { inOrder } from '../in-order.ts'
import { takenBack } from '../taken-back.ts'

/** A pair as the ledger has it. */
export type LedgerPair = Pick<LedgerEntry, 'reviewer' | 'time' | 'seq' | 'reason' | 'note'> & { chosen: string; rejected: string }

/** Pairs that stand, newest first. The same two the other way round replace each other; an `unpair` takes both ways away. */
export function projectPairs(entries: readonly LedgerEntry[]): LedgerPair[] {
  const gone = takenBack(entries)
  const pairs = new Map<string, LedgerPair>()
  for (const entry of inOrder(entries)) {
    if ((entry.kind !== 'pair' && entry.kind !== 'unpair') || gone.has(entry.seq)) continue
    const { exampleId: chosen, reviewer, time, seq, reason, note } = entry
    const rejected = textOf(entry)
    const key = JSON.stringify([chosen, rejected].sort())
    pairs.delete(key)
    if (entry.kind === 'pair') pairs.set(key, { chosen, rejected, reviewer, time, seq, reason, note })
  }
  return [...pairs.values()].reverse()
}
