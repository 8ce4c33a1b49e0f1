import { assertNever, type LedgerEntry, type Standing } from '#record'
import { takenBack } from './taken-back.ts'

/**
 * Every example the ledger ever named, with its standing. One whose entries were all taken back is there with nulls (and its newest entry's seq),
 * so that a mirror of the standings can be brought up to date by writing them.
 *
 * accept, reject and clear set decision, reason, reviewer, time, seq and content hash; a note they carry replaces the note, no note leaves it.
 * A note entry sets the note alone (null empties it), unless nothing was decided yet: then reviewer, time and the rest are the note's.
 */
export function projectStandings(entries: readonly LedgerEntry[]): Map<string, Standing> {
  const gone = takenBack(entries)
  const standings = new Map<string, Standing>()
  const decided = new Set<string>()
  for (const entry of entries) {
    const before = standings.get(entry.exampleId) ?? nothingSaid(entry)
    const stands = entry.kind !== 'undo' && !gone.has(entry.seq)
    const isNote = entry.kind === 'note'
    if (!stands) standings.set(entry.exampleId, before.reviewer === null ? nothingSaid(entry) : before)
    else standings.set(entry.exampleId, isNote && decided.has(entry.exampleId) ? { ...before, note: entry.note } : after(before, entry))
    if (stands && !isNote) decided.add(entry.exampleId)
  }
  return standings
}

function nothingSaid({ exampleId, seq, contentHash }: LedgerEntry): Standing {
  return { exampleId, decision: null, reason: null, note: null, reviewer: null, time: null, seq, contentHash }
}

function after(before: Standing, entry: LedgerEntry): Standing {
  const { exampleId, reviewer, time, seq, contentHash, kind, reason } = entry
  const said = { exampleId, reviewer, time, seq, contentHash, note: entry.note ?? before.note }
  switch (kind) {
    case 'accept':
    case 'reject':
      return { ...said, decision: kind, reason }
    case 'clear':
      return { ...said, decision: null, reason: null }
    case 'note':
      return { ...said, decision: null, reason: null, note: entry.note }
    case 'undo':
      return before
    default:
      return assertNever(kind, 'entry kind')
  }
}
