import type { EntryKind, LedgerEntry } from '#record'
import { appendAll, appendTo, type Clock, headOf, type LedgerDraft } from '#review'

const START = Date.UTC(2025, 0, 1)

/** A draft with only what a test cares about said. */
export function draft(kind: EntryKind, said: Partial<LedgerDraft> = {}): LedgerDraft {
  return { reviewer: 'ana', exampleId: 'e1', contentHash: 'c1', kind, reason: null, note: null, undoes: null, recipeHash: null, ...said }
}

/** A chained ledger of these drafts, one second apart. */
export function chain(...drafts: LedgerDraft[]): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (const said of drafts) entries.push(appendTo(entries.at(-1) ?? null, said, clockAt(entries.length)))
  return entries
}

/** `entries` with more, said at one time: one second an entry after the start, unless a clock says otherwise. */
export function extend(entries: readonly LedgerEntry[], said: LedgerDraft | readonly LedgerDraft[], clock?: Clock): LedgerEntry[] {
  return [...entries, ...appendAll(headOf(entries), [said].flat(), clock ?? clockAt(entries.length))]
}

/** A clock that stands at so many seconds after the start. */
export function clockAt(seconds: number): Clock {
  return () => new Date(START + seconds * 1000)
}
