import type { LedgerEntry } from '#record'
import { inOrder } from './in-order.ts'

/** Entries by the example they are about, each example's in the order people spoke. */
export function byExample(entries: readonly LedgerEntry[]): Map<string, LedgerEntry[]> {
  const grouped = new Map<string, LedgerEntry[]>()
  for (const entry of inOrder(entries)) {
    const about = grouped.get(entry.exampleId)
    if (about) about.push(entry)
    else grouped.set(entry.exampleId, [entry])
  }
  return grouped
}
