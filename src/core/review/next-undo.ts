import type { LedgerEntry } from '#record'
import type { LedgerDraft } from './append-to.ts'
import { takenBack } from './taken-back.ts'

/**
 * The entry an undo would take back: the newest that still stands and is not itself an undo, of this reviewer when one is named; null when nothing
 * is left. Appending an undo of it and asking again goes one deeper.
 */
export function nextUndo(entries: readonly LedgerEntry[], reviewer?: string): LedgerEntry | null {
  const gone = takenBack(entries)
  const isOpen = (entry: LedgerEntry) =>
    entry.kind !== 'undo' && !gone.has(entry.seq) && (reviewer === undefined || entry.reviewer === reviewer)
  return entries.findLast(isOpen) ?? null
}

/** The draft that takes `entry` back. */
export function draftUndo(entry: LedgerEntry, by: { reviewer: string; recipeHash: string | null }): LedgerDraft {
  const { exampleId, contentHash, seq } = entry
  return { ...by, exampleId, contentHash, kind: 'undo', reason: null, note: null, undoes: seq }
}
