import { setImmediate } from 'node:timers/promises'
import { ruleVersions } from '#filter'
import type { LedgerEntry } from '#record'
import { appendAll, headOf, type LedgerDraft, type LedgerHead } from '#review'
import { announceDecisions } from './announce-decisions.ts'
import type { Desk } from './desk.ts'
import { recipeInForce } from './recipe-in-force.ts'
import { reviewerOf } from './reviewer-of.ts'
import { standingsOf } from './standings-of.ts'

/** Who says something, and which recipe they were looking at. */
export interface Signature {
  reviewer: string
  recipeHash: string
}

/** Signs for whoever asks: the name given, else the one in the settings. The recipe is kept for good, because entries name its hash. */
export async function sign(desk: Desk, reviewer: string | undefined): Promise<Signature> {
  const recipe = await recipeInForce(desk)
  const { name, text, hash } = recipe
  desk.session.workspace.record.keepRecipe(hash, { name, text, rules: ruleVersions(recipe), firstAt: desk.now().toISOString() })
  return { reviewer: await reviewerOf(desk, reviewer), recipeHash: hash }
}

/** Entries hashed, or mirrored, in one go: others have their turn between. */
const SLICE = 1_000

/**
 * Appends what a person said to the ledger, all of it or nothing, and mirrors where its examples now stand. On disk at return. Callers wait for
 * their turn (`Session.exclusiveDecision`).
 */
export async function appendDrafts(desk: Desk, drafts: readonly LedgerDraft[]): Promise<LedgerEntry[]> {
  const head = headOfLedger(desk.session.ledger)
  const entries: LedgerEntry[] = []
  for (const slice of slicesOf(drafts)) {
    if (entries.length > 0) await setImmediate()
    for (const entry of appendAll(entries.at(-1) ?? head, slice, desk.now)) entries.push(entry)
  }
  await storeEntries(desk, entries)
  return entries
}

/** What was read of a ledger, which only grows: its head, and how many entries that took. */
const heads = new WeakMap<readonly LedgerEntry[], { head: LedgerHead; count: number }>()

/** {@link headOf} without looking through a year's entries again for each decision. */
function headOfLedger(ledger: readonly LedgerEntry[]): LedgerHead {
  const { head: before, count } = heads.get(ledger) ?? { head: null, count: 0 }
  const newer = headOf(ledger.slice(count))
  const head = newer && before && before.time > newer.time ? { ...newer, time: before.time } : (newer ?? before)
  heads.set(ledger, { head, count: ledger.length })
  return head
}

/** The same of entries that are made already. */
export async function storeEntries(desk: Desk, entries: readonly LedgerEntry[]): Promise<void> {
  const { session } = desk
  session.workspace.record.appendEntries([...entries])
  for (const entry of entries) session.ledger.push(entry)
  const ids = [...new Set(entries.map(({ exampleId }) => exampleId))]
  const standings = await standingsOf(session, ids)
  for (const slice of slicesOf(standings)) await session.workspace.analysis.putStandings(slice)
  announceDecisions(desk, ids)
}

function slicesOf<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / SLICE) }, (_, at) => items.slice(at * SLICE, (at + 1) * SLICE))
}
