import type { Split, SplitPlan } from '#record'
import type { PlanUnit } from './candidate.ts'
import type { SplitTable } from './chosen.ts'
import { divideByRepo } from './divide-by-repo.ts'
import { divideByTime } from './divide-by-time.ts'
import { findLeaks } from './find-leaks.ts'
import { codeShared } from './keys.ts'
import { type SplitGroup, splitGroups } from './split-groups.ts'
import { mapped, type Stages } from './stages.ts'
import { wholeShares } from './whole-shares.ts'

/** Which split each unit is in, by its place, and the table of it. */
export interface Divided {
  splits: Split[]
  table: SplitTable
}

/**
 * Divides units into splits, whole groups each. `without` is how many had no time and are not among the units.
 *
 * @throws FaultError `bad-input` when the shares do not add up to 1
 */
export function* divide(units: readonly PlanUnit[], { by, shares, seed }: SplitPlan, without: number): Stages<Divided> {
  const wanted = wholeShares(shares, 'splits')
  const shared = yield* codeShared(units)
  const { groups, groupOf, joined } = yield* splitGroups(units, by, shared)
  const placed = yield* (by === 'repo' ? divideByRepo : divideByTime)(groups, wanted, seed)
  const splits = yield* mapped(groupOf, (group) => placed.get(group) ?? 'train')
  const rows = wanted.map(([split]) => rowOf(split, placed, units.length))
  yield
  return { splits, table: { rows, without, joined, leaks: yield* findLeaks(units, splits, shared) } }
}

function rowOf(split: Split, placed: ReadonlyMap<SplitGroup, Split>, total: number): SplitTable['rows'][number] {
  const groups = [...placed].filter(([, where]) => where === split)
  const examples = groups.reduce((sum, [{ size }]) => sum + size, 0)
  return { split, examples, groups: groups.length, share: total === 0 ? 0 : examples / total }
}
