import type { z } from 'zod'
import type { merged } from '#contract'
import type { LedgerEntry } from '#record'
import { mergeLedgers } from '#review'
import { storeEntries } from '../append-drafts.ts'
import type { Desk } from '../desk.ts'
import type { OtherLedger } from './other-ledger.ts'

/** A clock may be wrong by a day, with time zones set wrong; further ahead nobody can have been. */
const A_DAY_MS = 86_400_000

/**
 * Takes in somebody else's ledger: same entries once, nothing overwritten. The recipes its entries were made under are kept too. Callers wait for their turn
 * (`Session.exclusiveDecision`).
 */
export async function mergeLedger(desk: Desk, { entries, recipes }: OtherLedger): Promise<z.infer<typeof merged>> {
  const { ledger, workspace } = desk.session
  const { added, same, conflicts } = mergeLedgers(ledger, entries)
  const named = new Set(added.map(({ recipeHash }) => recipeHash))
  for (const { hash, ...recipe } of recipes) if (named.has(hash)) workspace.record.keepRecipe(hash, recipe)
  if (added.length > 0) await storeEntries(desk, added)
  const hashes = new Map(added.map(({ exampleId }) => [exampleId, workspace.record.place(exampleId)?.contentHash]))
  return {
    entries: entries.length,
    added: added.length,
    same,
    unknown: added.filter(({ exampleId }) => hashes.get(exampleId) === undefined).length,
    stale: added.filter((entry) => isStale(entry, hashes.get(entry.exampleId))).length,
    conflicts,
    reviewers: countedByReviewer(added),
    notes: futureNotes(added, desk.now()),
  }
}

/** A decision about other bytes than the row has here; of a row nobody has seen whole nothing can be said. */
function isStale({ kind, contentHash }: LedgerEntry, here: string | undefined): boolean {
  return (kind === 'accept' || kind === 'reject') && !!here && here !== contentHash
}

function countedByReviewer(added: readonly LedgerEntry[]): { reviewer: string; entries: number }[] {
  const counts = new Map<string, number>()
  for (const { reviewer } of added) counts.set(reviewer, (counts.get(reviewer) ?? 0) + 1)
  return [...counts].map(([reviewer, entries]) => ({ reviewer, entries })).sort((a, b) => b.entries - a.entries)
}

function futureNotes(added: readonly LedgerEntry[], now: Date): string[] {
  const limit = new Date(now.getTime() + A_DAY_MS).toISOString()
  const ahead = added.filter(({ time }) => time > limit)
  const latest = ahead.reduce((last, { time }) => (time > last ? time : last), '')
  if (latest === '') return []
  const who = [...new Set(ahead.map(({ reviewer }) => reviewer))].join(', ')
  const count = ahead.length === 1 ? '1 entry' : `${ahead.length.toLocaleString('en')} entries`
  const are = ahead.length === 1 ? 'is' : 'are'
  return [
    `${count} of ${who} ${are} dated in the future, up to ${latest}: a clock was wrong. What is said here from now on is dated no earlier.`,
  ]
}
