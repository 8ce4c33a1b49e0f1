import { SPLITS, type Split } from '#record'
import type { PlanUnit } from './candidate.ts'
import type { SplitTable } from './chosen.ts'
import type { CodedKeys, SharedBy, SharedCodes } from './keys.ts'
import { each, type Stages } from './stages.ts'

type Leak = SplitTable['leaks'][number]

/**
 * Everything that is in two splits, found from what leaves: it knows nothing of how splits were made. `splits` are those of the units, by their places. A leak's
 * `key` is the id of the first example that has what leaks.
 */
export function* findLeaks(units: readonly PlanUnit[], splits: readonly Split[], shared: SharedCodes): Stages<Leak[]> {
  const leaks: Leak[] = []
  for (const by of Object.keys(shared) as SharedBy[]) {
    for (const coded of shared[by])
      for (const code of yield* leakingOf(coded, splits)) leaks.push(leakOf(code, by, coded, { units, splits }))
  }
  return leaks
}

/** Codes of keys met in more than one split. */
function* leakingOf({ ones, others, keys }: CodedKeys, splits: readonly Split[]): Stages<Set<number>> {
  const met = new Uint8Array(keys.length)
  yield* each(splits, (split, place) => {
    const bit = 1 << SPLITS.indexOf(split)
    const [one = -1, other = -1] = [ones[place], others[place]]
    if (one !== -1) met[one] = (met[one] ?? 0) | bit
    if (other !== -1) met[other] = (met[other] ?? 0) | bit
  })
  const leaking = new Set<number>()
  for (const [code, bits] of met.entries()) if ((bits & (bits - 1)) !== 0) leaking.add(code)
  return leaking
}

function leakOf(
  code: number,
  by: SharedBy,
  { ones, others }: CodedKeys,
  { units, splits }: { units: readonly PlanUnit[]; splits: readonly Split[] },
): Leak {
  const having = units.flatMap((unit, place) => (ones[place] === code || others[place] === code ? [{ unit, split: splits[place] }] : []))
  return {
    by,
    key: having[0]?.unit.one.id ?? '',
    splits: SPLITS.filter((split) => having.some((one) => one.split === split)),
    examples: having.length,
  }
}
