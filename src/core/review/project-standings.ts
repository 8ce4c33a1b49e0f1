import type { LedgerEntry, Opinion, Standing } from '#record'
import { byExample } from './by-example.ts'
import { textOf } from './entry-value.ts'
import { projectEdits } from './project-edits.ts'
import { takenBack } from './taken-back.ts'

/**
 * Every example the ledger ever named, with its standing. One whose entries were all taken back is there with nothing said (and its newest entry's
 * seq), so that a mirror of the standings can be brought up to date by writing them.
 *
 * Each reviewer has one opinion, the newest; an answer that settles leaves none but its own. The decision is what all opinions say. A note that an
 * answer carries replaces the note, no note leaves it; a note entry sets the note alone (null empties it).
 */
export function projectStandings(entries: readonly LedgerEntry[]): Map<string, Standing> {
  const gone = takenBack(entries)
  const standings = new Map<string, Standing>()
  for (const [exampleId, about] of byExample(entries)) standings.set(exampleId, standingOf(exampleId, about, gone))
  return standings
}

function standingOf(exampleId: string, about: readonly LedgerEntry[], gone: ReadonlySet<number>): Standing {
  const said = about.filter(({ kind, seq }) => kind !== 'undo' && !gone.has(seq))
  const opinions = opinionsOf(said)
  const newest = opinions.at(-1)
  const isDisputed = opinions.some(({ decision }) => decision !== newest?.decision)
  const speaks = said.findLast(isAnswer) ?? said.findLast(({ kind }) => kind === 'note')
  const { seq, contentHash } = speaks ?? newestOf(about)
  return {
    exampleId,
    decision: isDisputed ? null : (newest?.decision ?? null),
    reason: isDisputed ? null : (newest?.reason ?? null),
    note: noteOf(said),
    reviewer: speaks?.reviewer ?? null,
    time: speaks?.time ?? null,
    seq,
    contentHash: newest?.contentHash ?? contentHash,
    opinions,
    isDisputed,
    tags: tagsOf(said),
    isFlagged: said.findLast(({ kind }) => kind === 'flag' || kind === 'unflag')?.kind === 'flag',
    edits: projectEdits(said),
  }
}

/** What an example's standing opinions are taken from. */
export function isAnswer({ kind }: Pick<LedgerEntry, 'kind'>): boolean {
  return kind === 'accept' || kind === 'reject' || kind === 'clear'
}

/** One a reviewer, oldest first. */
function opinionsOf(said: readonly LedgerEntry[]): Opinion[] {
  const opinions = new Map<string, Opinion>()
  for (const entry of said.filter(isAnswer)) {
    if (entry.settles) opinions.clear()
    opinions.delete(entry.reviewer)
    const { kind, reviewer, reason, note, time, seq, contentHash, isBlind = false } = entry
    if (kind === 'accept' || kind === 'reject') {
      opinions.set(reviewer, { reviewer, decision: kind, reason, note, time, seq, contentHash, isBlind })
    }
  }
  return [...opinions.values()]
}

function noteOf(said: readonly LedgerEntry[]): string | null {
  const last = said.findLast((entry) => entry.kind === 'note' || (isAnswer(entry) && entry.note !== null))
  return last?.note ?? null
}

function tagsOf(said: readonly LedgerEntry[]): string[] {
  const tags = new Set<string>()
  for (const entry of said) {
    if (entry.kind === 'tag') tags.add(textOf(entry))
    if (entry.kind === 'untag') tags.delete(textOf(entry))
  }
  return [...tags].sort()
}

function newestOf(about: readonly LedgerEntry[]): LedgerEntry {
  const newest = about.at(-1)
  if (!newest) throw new Error('An example without entries has no standing')
  return newest
}
