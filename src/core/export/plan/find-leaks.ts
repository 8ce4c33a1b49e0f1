import { SPLITS, type Split } from '#record'
import type { PlanUnit } from './candidate.ts'
import type { SplitTable } from './chosen.ts'
import { type CodedKeys, codeShared, type SharedBy } from './keys.ts'

type Leak = SplitTable['leaks'][number]

/**
 * Everything that is in two splits, found from what leaves: it knows nothing of how splits were made. `splits` are those of the units, by their places. A leak's
 * `key` is the id of the first example that has what leaks.
 */
export function findLeaks(units: readonly PlanUnit[], splits: readonly Split[], shared = codeShared(units)): Leak[] {
  return (Object.keys(shared) as SharedBy[]).flatMap((by) =>
    shared[by].flatMap((coded) => [...leakingOf(coded, splits)].map((code) => leakOf(code, by, coded, { units, splits }))),
  )
}

/** Codes of keys met in more than one split. */
function leakingOf({ ones, others, keys }: CodedKeys, splits: readonly Split[]): Set<number> {
  const met = new Uint8Array(keys.length)
  for (const [place, split] of splits.entries()) {
    const bit = 1 << SPLITS.indexOf(split)
    const [one = -1, other = -1] = [ones[place], others[place]]
    if (one !== -1) met[one] = (met[one] ?? 0) | bit
    if (other !== -1) met[other] = (met[other] ?? 0) | bit
  }
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
