import { fault, type LedgerEntry, type Opinion } from '#record'
import { follow, headOf, type LedgerDraft, type LedgerHead } from './append-to.ts'
import { checkLines } from './check-chain.ts'
import { originOf } from './in-order.ts'
import type { LedgerLine } from './ledger-line.ts'
import { projectStandings } from './project-standings.ts'

/** What merging another ledger into ours comes to; nothing is stored. */
export interface Merge {
  /** Their entries that are new here, as they follow our newest, in their order. */
  added: LedgerEntry[]
  /** Entries that were here already. */
  same: number
  conflicts: MergeConflict[]
}

/** Two ledgers that differ about an example: both answers stay. */
export interface MergeConflict {
  exampleId: string
  here: Opinion[]
  there: Opinion[]
}

/**
 * Another's ledger as it is stored, checked and read: what may be merged.
 *
 * @throws FaultError `bad-input` naming the entry, where its chain does not hold
 */
export function readOther(lines: readonly LedgerLine[]): LedgerEntry[] {
  const [first, ...more] = checkLines(lines).problems
  if (!first) return lines.map(({ text }) => JSON.parse(text) as LedgerEntry)
  const others = more.length === 0 ? '' : ` And ${more.length} more.`
  throw fault('bad-input', `The other ledger was not merged, because its chain does not hold: ${first.problem}${others}`, {
    culprit: `ledger entry ${first.seq}`,
    remedy: 'Ask for it again from whoever made it; there, look with: winnow ledger --check',
  })
}

/**
 * Merges another ledger into ours: the union of what people said. An entry is the same wherever it is when it has the same hash in the ledger it was
 * made in. New ones keep reviewer, time and origin and are chained behind our head; nothing of ours changes, so that merging again adds nothing, and merging
 * the other way gives the same standings. Theirs is as {@link readOther} gives it.
 */
export function mergeLedgers(ours: readonly LedgerEntry[], theirs: readonly LedgerEntry[]): Merge {
  const added = chainBehind(ours, theirs)
  return { added, same: theirs.length - added.length, conflicts: conflictsOf(ours, theirs, added) }
}

function chainBehind(ours: readonly LedgerEntry[], theirs: readonly LedgerEntry[]): LedgerEntry[] {
  const seqHere = new Map(ours.map((entry) => [originOf(entry), entry.seq]))
  const originThere = new Map<number, string>()
  const added: LedgerEntry[] = []
  let head: LedgerHead = headOf(ours)
  for (const entry of theirs) {
    const origin = originOf(entry)
    originThere.set(entry.seq, origin)
    if (seqHere.has(origin)) continue
    const undone = entry.undoes === null ? undefined : originThere.get(entry.undoes)
    const here = follow(head, draftOf(entry, undone === undefined ? null : (seqHere.get(undone) ?? null)), entry.time)
    seqHere.set(origin, here.seq)
    added.push(here)
    head = here
  }
  return added
}

function draftOf(entry: LedgerEntry, undoes: number | null): LedgerDraft {
  const { reviewer, exampleId, contentHash, kind, reason, note, recipeHash, value, batch, isBlind, settles } = entry
  const origin = { originSeq: entry.originSeq ?? entry.seq, originHash: originOf(entry) }
  return { reviewer, exampleId, contentHash, kind, reason, note, undoes, recipeHash, value, batch, isBlind, settles, ...origin }
}

function conflictsOf(ours: readonly LedgerEntry[], theirs: readonly LedgerEntry[], added: readonly LedgerEntry[]): MergeConflict[] {
  const touched = new Set(added.map(({ exampleId }) => exampleId))
  const about = (entries: readonly LedgerEntry[]) => projectStandings(entries.filter(({ exampleId }) => touched.has(exampleId)))
  const before = about(ours)
  const there = about(theirs)
  const after = about([...ours, ...added])
  return [...after.values()]
    .filter(({ exampleId, isDisputed }) => isDisputed && !before.get(exampleId)?.isDisputed)
    .map(({ exampleId }) => ({ exampleId, here: before.get(exampleId)?.opinions ?? [], there: there.get(exampleId)?.opinions ?? [] }))
}
