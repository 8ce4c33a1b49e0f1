import type { LedgerEntry } from '#record'
import { type Judgment, judgmentsOf } from '#review'

/** Who has judged what, as far as the ledger was read. */
export interface Judgments {
  of(exampleId: string): readonly Judgment[]
  /** What was said about an example, oldest first. */
  entriesOf(exampleId: string): readonly LedgerEntry[]
  /** Reads on, and gives what came since the last time, oldest first. */
  readOn(ledger: readonly LedgerEntry[]): readonly LedgerEntry[]
}

const NOBODY: readonly Judgment[] = []

/** Keeps the entries by example, so that one more costs its own example alone. */
export function createJudgments(): Judgments {
  const entriesOf = new Map<string, LedgerEntry[]>()
  const found = new Map<string, readonly Judgment[]>()
  let read = 0
  return {
    of: (exampleId) => found.get(exampleId) ?? NOBODY,
    entriesOf: (exampleId) => entriesOf.get(exampleId) ?? [],
    readOn(ledger) {
      if (read === ledger.length) return []
      const fresh = ledger.slice(read)
      read = ledger.length
      for (const entry of fresh) {
        const entries = entriesOf.get(entry.exampleId)
        if (entries) entries.push(entry)
        else entriesOf.set(entry.exampleId, [entry])
      }
      for (const id of new Set(fresh.map(({ exampleId }) => exampleId))) found.set(id, judgmentsOf(entriesOf.get(id) ?? []))
      return fresh
    },
  }
}
