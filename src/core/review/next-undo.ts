import type { LedgerEntry } from '#record'
import type { LedgerDraft } from './append-to.ts'
import { takenBack } from './taken-back.ts'

/**
 * The entries an undo would take back, newest first: the newest that still stands, is not itself an undo and was said here, of this reviewer when
 * one is named, with all of its batch that still stands. Empty when nothing is left. Appending undos of them and asking again goes one deeper.
 */
export function nextUndo(entries: readonly LedgerEntry[], reviewer?: string): LedgerEntry[] {
  const gone = takenBack(entries)
  const newest = entries.findLast((entry) => entry.kind !== 'undo' && isOpen(entry, gone, reviewer))
  return newest ? batchOf(newest, entries, gone) : []
}

/**
 * The undos a redo would take back, newest first: those of the newest undo that still stands, as long as the reviewer said nothing since. Empty when
 * there is none.
 */
export function nextRedo(entries: readonly LedgerEntry[], reviewer?: string): LedgerEntry[] {
  const gone = takenBack(entries)
  const undoSeqs = new Set(entries.filter(({ kind }) => kind === 'undo').map(({ seq }) => seq))
  const isRedoable = (entry: LedgerEntry) => entry.kind === 'undo' && entry.undoes !== null && !undoSeqs.has(entry.undoes)
  const newest = entries.findLast((entry) => isOpen(entry, gone, reviewer) && (entry.kind !== 'undo' || isRedoable(entry)))
  return newest?.kind === 'undo' ? batchOf(newest, entries, gone) : []
}

/** Stands, and was said in this ledger by the reviewer, if one is named: what others sent is not ours to take back. */
function isOpen(entry: LedgerEntry, gone: ReadonlySet<number>, reviewer: string | undefined): boolean {
  return !gone.has(entry.seq) && entry.originHash === undefined && (reviewer === undefined || entry.reviewer === reviewer)
}

function batchOf(newest: LedgerEntry, entries: readonly LedgerEntry[], gone: ReadonlySet<number>): LedgerEntry[] {
  if (newest.batch === undefined) return [newest]
  return entries
    .filter(
      (entry) =>
        entry.batch === newest.batch && (entry.kind === 'undo') === (newest.kind === 'undo') && isOpen(entry, gone, newest.reviewer),
    )
    .reverse()
}

/** The draft that takes `entry` back. */
export function draftUndo(
  { exampleId, contentHash, seq }: LedgerEntry,
  by: { reviewer: string; recipeHash: string | null; batch?: string | undefined },
): LedgerDraft {
  return { ...by, exampleId, contentHash, kind: 'undo', reason: null, note: null, undoes: seq }
}
