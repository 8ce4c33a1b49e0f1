import { SPLITS, type Split } from '#record'
import { examplesOf, type PlanUnit } from './candidate.ts'
import type { SplitTable } from './chosen.ts'
import { SHARED_KEYS, type SharedBy } from './keys.ts'

type Leak = SplitTable['leaks'][number]

/**
 * Everything that is in two splits, found anew from what leaves: it knows nothing of how splits were made. A leak's `key` is the id of the first example that
 * has what leaks. A key met in one split and then another is told once.
 */
export function findLeaks(units: readonly PlanUnit[], splitOf: (unit: PlanUnit) => Split | null): Leak[] {
  const shared = Object.keys(SHARED_KEYS) as SharedBy[]
  return shared.flatMap((by) => SHARED_KEYS[by].flatMap((keyOf) => leaksBy(by, keyOf, units, splitOf)))
}

function leaksBy(
  by: SharedBy,
  keyOf: (typeof SHARED_KEYS)[SharedBy][number],
  units: readonly PlanUnit[],
  splitOf: (unit: PlanUnit) => Split | null,
): Leak[] {
  const homes = new Map<string | number, Split>()
  const leaking = new Set<string | number>()
  for (const unit of units) {
    const split = splitOf(unit)
    if (split === null) continue
    for (const key of keysOf(unit, keyOf)) {
      const home = homes.get(key)
      if (home === undefined) homes.set(key, split)
      else if (home !== split) leaking.add(key)
    }
  }
  return [...leaking].map((key) => {
    const having = units.filter((unit) => keysOf(unit, keyOf).includes(key))
    const splits = new Set(having.map(splitOf))
    return { by, key: having[0]?.one.id ?? '', splits: SPLITS.filter((split) => splits.has(split)), examples: having.length }
  })
}

function keysOf(unit: PlanUnit, keyOf: (typeof SHARED_KEYS)[SharedBy][number]): (string | number)[] {
  return examplesOf(unit).flatMap((candidate) => {
    const key = keyOf(candidate)
    return key === null || key === '' ? [] : [key]
  })
}
