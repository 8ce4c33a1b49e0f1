import type { Split } from '#record'
import { lotOf } from './lot.ts'
import type { SplitGroup } from './split-groups.ts'
import { each, mapped, type Stages, sorted } from './stages.ts'

/** A split, and how many units it still wants. */
interface Room {
  split: Split
  share: number
  room: number
}

/**
 * Puts each group into a split, the largest first. Its lot names the split, each as likely as its share is large, so that a group stays where it is
 * when others come; where it finds no room there, it goes where there is most. So no split is over its share by more than one group.
 */
export function* divideByRepo(
  groups: readonly SplitGroup[],
  shares: readonly [Split, number][],
  seed: number,
): Stages<Map<SplitGroup, Split>> {
  const total = groups.reduce((sum, { size }) => sum + size, 0)
  const rooms = shares.map(([split, share]): Room => ({ split, share, room: share * total }))
  const drawn = yield* mapped(groups, (group) => ({ group, lot: lotOf(seed, 'split', group.name) }))
  const inOrder = yield* sorted(drawn, (a, b) => b.group.size - a.group.size || a.lot - b.lot || (a.group.name < b.group.name ? -1 : 1))
  const splits = new Map<SplitGroup, Split>()
  yield* each(inOrder, ({ group, lot }) => {
    const place = placeFor(group.size, rooms, lot)
    if (!place) return
    place.room -= group.size
    splits.set(group, place.split)
  })
  return splits
}

/** Half a unit more than there is room for is no more than rounding. */
const ROUNDING = 0.5

function placeFor(size: number, rooms: readonly Room[], lot: number): Room | undefined {
  let below = 0
  const named = rooms.find(({ share }) => {
    below += share
    return lot < below
  })
  if (named && size <= named.room + ROUNDING) return named
  return rooms.toSorted((a, b) => b.room - a.room)[0]
}
