import { ruleVersions } from '#filter'
import type { LedgerEntry } from '#record'
import { appendAll, headOf, type LedgerDraft, projectStandings } from '#review'
import { announce, type Desk } from './desk.ts'
import { recipeInForce } from './recipe-in-force.ts'

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
  return { reviewer: reviewer ?? (await desk.settings.read()).reviewer, recipeHash: hash }
}

/**
 * Appends what a person said to the ledger, all of it or nothing, and mirrors where its examples now stand. On disk at return. Callers wait for
 * their turn (`Session.exclusiveDecision`).
 */
export async function appendDrafts(desk: Desk, drafts: readonly LedgerDraft[]): Promise<LedgerEntry[]> {
  const { ledger } = desk.session
  const entries = appendAll(headOf(ledger), drafts, desk.now)
  await storeEntries(desk, entries)
  return entries
}

/** The same of entries that are made already. */
export async function storeEntries(desk: Desk, entries: readonly LedgerEntry[]): Promise<void> {
  const { ledger, workspace } = desk.session
  workspace.record.appendEntries([...entries])
  for (const entry of entries) ledger.push(entry)
  const ids = new Set(entries.map(({ exampleId }) => exampleId))
  const standings = projectStandings(ledger.filter(({ exampleId }) => ids.has(exampleId)))
  await workspace.analysis.putStandings([...standings.values()])
  await announce(desk, 'decisions')
}
