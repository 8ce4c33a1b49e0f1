import type { Split } from '#record'
import { lotOf } from './lot.ts'
import type { SplitGroup } from './split-groups.ts'
import { each, mapped, type Stages, sorted } from './stages.ts'

/** From the newest to the oldest. */
const NEWEST_FIRST: readonly Split[] = ['test', 'validation', 'train']

/**
 * Puts groups into splits by their newest time: the newest into `test`, then `validation`, the others into `train`. A split ends where its share is met most
 * nearly; nothing is moved past that line, so everything in `train` is older than any group behind it.
 */
export function* divideByTime(
  groups: readonly SplitGroup[],
  shares: readonly [Split, number][],
  seed: number,
): Stages<Map<SplitGroup, Split>> {
  const wanted = new Map(shares)
  const order = NEWEST_FIRST.filter((split) => wanted.has(split))
  const total = groups.reduce((sum, { size }) => sum + size, 0)
  const drawn = yield* mapped(groups, (group) => ({ group, lot: lotOf(seed, 'split', group.name) }))
  const inOrder = yield* sorted(
    drawn,
    (a, b) => compare(b.group.newest, a.group.newest) || a.lot - b.lot || compare(a.group.name, b.group.name),
  )
  const splits = new Map<SplitGroup, Split>()
  let place = 0
  let ends = (wanted.get(order[0] ?? 'train') ?? 0) * total
  let taken = 0
  yield* each(inOrder, ({ group }) => {
    const { size } = group
    while (place < order.length - 1 && taken + size / 2 > ends) {
      place += 1
      ends += (wanted.get(order[place] ?? 'train') ?? 0) * total
    }
    splits.set(group, order[place] ?? 'train')
    taken += size
  })
  return splits
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
