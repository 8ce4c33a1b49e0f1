import type { LedgerEntry } from '#record'

/**
 * Entries as people spoke, whichever ledger each came from: by time, then by the place in its own ledger, then by its own hash. Two ledgers merged in
 * either direction are read in the same order. A ledger in which nothing was merged stays as it is.
 */
export function inOrder(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries.some(({ originHash }) => originHash !== undefined) ? entries.toSorted(compare) : entries
}

function compare(a: LedgerEntry, b: LedgerEntry): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  const bySeq = (a.originSeq ?? a.seq) - (b.originSeq ?? b.seq)
  if (bySeq !== 0) return bySeq
  return originOf(a) < originOf(b) ? -1 : 1
}

/** What an entry is known by in every ledger: its hash in the one it was made in. */
export function originOf({ hash, originHash }: Pick<LedgerEntry, 'hash' | 'originHash'>): string {
  return originHash ?? hash
}
