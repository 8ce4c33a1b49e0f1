import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { ledgerCheck } from '#contract'
import { ChainWalk, readLine } from '#review'
import type { Desk } from './desk.ts'
import { ledgerPages } from './read-ledger.ts'

/** Checks the ledger as it is on the disk, and counts what is in it by who said it and under which recipe. Others have their turn between. */
export async function ledgerCheckOf({ session }: Desk): Promise<z.infer<typeof ledgerCheck>> {
  const { record } = session.workspace
  const walk = new ChainWalk()
  const reviewers = new Map<string, number>()
  const recipes = new Map<string | null, number>()
  for (const page of ledgerPages(record)) {
    for (const line of page.map(readLine)) {
      walk.add(line)
      if (!line.entry) continue
      countIn(reviewers, line.entry.reviewer)
      countIn(recipes, line.entry.recipeHash)
    }
    await setImmediate()
  }
  return {
    ...walk.end(),
    reviewers: mostFirst(reviewers).map(([reviewer, entries]) => ({ reviewer, entries })),
    recipes: mostFirst(recipes).map(([hash, entries]) => ({
      hash,
      name: typeof hash === 'string' ? (record.keptRecipe(hash)?.name ?? null) : null,
      entries,
    })),
  }
}

function countIn<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** What most entries have comes first. */
function mostFirst<Key>(counts: ReadonlyMap<Key, number>): [Key, number][] {
  return [...counts].sort(([, a], [, b]) => b - a)
}
