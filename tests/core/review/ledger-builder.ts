import type { EntryKind, LedgerEntry } from '#record'
import { appendTo, type LedgerDraft } from '#review'

const START = Date.UTC(2025, 0, 1)

/** A draft with only what a test cares about said. */
export function draft(kind: EntryKind, said: Partial<LedgerDraft> = {}): LedgerDraft {
  return { reviewer: 'ana', exampleId: 'e1', contentHash: 'c1', kind, reason: null, note: null, undoes: null, recipeHash: null, ...said }
}

/** A chained ledger of these drafts, one second apart. */
export function chain(...drafts: LedgerDraft[]): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (const said of drafts) entries.push(appendTo(entries.at(-1) ?? null, said, () => new Date(START + entries.length * 1000)))
  return entries
}

/** `entries` with one more. */
export function extend(entries: LedgerEntry[], said: LedgerDraft): LedgerEntry[] {
  return [...entries, appendTo(entries.at(-1) ?? null, said, () => new Date(START + entries.length * 1000))]
}
