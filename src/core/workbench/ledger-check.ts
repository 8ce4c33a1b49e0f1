import type { z } from 'zod'
import type { ledgerCheck } from '#contract'
import type { LedgerEntry } from '#record'
import { checkLines } from '#review'
import type { Desk } from './desk.ts'
import { readLedger, readLines } from './read-ledger.ts'

/** Checks the ledger as it is on the disk, and counts what is in it by who said it and under which recipe. */
export function ledgerCheckOf({ session }: Desk): z.infer<typeof ledgerCheck> {
  const { record } = session.workspace
  const { ledger } = readLedger(record)
  const recipes = countedBy(ledger, ({ recipeHash }) => recipeHash)
  return {
    ...checkLines(readLines(record)),
    reviewers: countedBy(ledger, ({ reviewer }) => reviewer).map(([reviewer, entries]) => ({ reviewer, entries })),
    recipes: recipes.map(([hash, entries]) => ({
      hash,
      name: typeof hash === 'string' ? (record.keptRecipe(hash)?.name ?? null) : null,
      entries,
    })),
  }
}

/** What most entries have comes first. */
function countedBy<Key>(ledger: readonly LedgerEntry[], keyOf: (entry: LedgerEntry) => Key): [Key, number][] {
  const counts = new Map<Key, number>()
  for (const entry of ledger) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}
