import type { Hunk } from '#record'
import { changedRanges, type LineRange } from './changed-ranges.ts'

/** The places of those of `hunks` whose changed lines meet the changed lines of any of `others`, hunks of the same file. One sweep over both, sorted. */
export function metHunks(hunks: readonly Hunk[], others: readonly Hunk[]): Set<number> {
  const wanted = hunks.flatMap((hunk, at) => changedRanges(hunk).map((range) => ({ ...range, at }))).sort(byFirst)
  const there = joined(others.flatMap(changedRanges).sort(byFirst))
  const met = new Set<number>()
  let place = 0
  for (const { first, last, at } of wanted) {
    while ((there[place]?.last ?? Number.POSITIVE_INFINITY) < first) place += 1
    if ((there[place]?.first ?? Number.POSITIVE_INFINITY) <= last) met.add(at)
  }
  return met
}

function byFirst(a: LineRange, b: LineRange): number {
  return a.first - b.first
}

/** Ranges in order as ranges that do not meet: hunks that models write may. */
function joined(ranges: readonly LineRange[]): LineRange[] {
  const result: LineRange[] = []
  for (const { first, last } of ranges) {
    const before = result.at(-1)
    if (before && first <= before.last) before.last = Math.max(before.last, last)
    else result.push({ first, last })
  }
  return result
}
