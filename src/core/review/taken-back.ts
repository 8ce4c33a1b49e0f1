import type { LedgerEntry } from '#record'

/**
 * Seqs of entries that a standing `undo` names. Read from the newest back, because only a later entry can take one back: an undo that was itself
 * taken back leaves its entry standing.
 */
export function takenBack(entries: readonly LedgerEntry[]): Set<number> {
  const gone = new Set<number>()
  for (const { seq, undoes } of entries.filter(({ kind }) => kind === 'undo').reverse()) {
    if (undoes !== null && undoes < seq && !gone.has(seq)) gone.add(undoes)
  }
  return gone
}
