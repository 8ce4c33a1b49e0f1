import { setImmediate } from 'node:timers/promises'
import type { LedgerEntry, Opinion, Standing } from '#record'
import { byExample } from './by-example.ts'
import { textOf } from './entry-value.ts'
import { projectEdits } from './project-edits.ts'
import { answersAfter, isAnswer } from './standing-answers.ts'
import { takenBack } from './taken-back.ts'

/** Examples projected in one go. */
const SLICE = 2_000

/**
 * Every example the ledger ever named, with its standing. One whose entries were all taken back is there with nothing said (and its newest entry's
 * seq), so that a mirror of the standings can be brought up to date by writing them.
 *
 * Each reviewer has one opinion, the newest; an answer that settles takes those away that it overrules. The decision is what all opinions say. A note that an
 * answer carries replaces the note, no note leaves it; a note entry sets the note alone (null empties it).
 */
export function projectStandings(entries: readonly LedgerEntry[]): Map<string, Standing> {
  return new Map(eachStanding(entries))
}

/** {@link projectStandings} of a ledger of any length, while others have their turn between. */
export async function projectInTurns(entries: readonly LedgerEntry[]): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>()
  for (const [exampleId, standing] of eachStanding(entries)) {
    standings.set(exampleId, standing)
    if (standings.size % SLICE === 0) await setImmediate()
  }
  return standings
}

function* eachStanding(entries: readonly LedgerEntry[]): Generator<[string, Standing]> {
  const gone = takenBack(entries)
  for (const [exampleId, about] of byExample(entries)) yield [exampleId, standingOf(exampleId, about, gone)]
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

/** One a reviewer, oldest first. */
function opinionsOf(said: readonly LedgerEntry[]): Opinion[] {
  const answers = said.filter(isAnswer).reduce<LedgerEntry[]>(answersAfter, [])
  return answers.flatMap(({ kind, reviewer, reason, note, time, seq, contentHash, isBlind = false }) =>
    kind === 'accept' || kind === 'reject' ? [{ reviewer, decision: kind, reason, note, time, seq, contentHash, isBlind }] : [],
  )
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
