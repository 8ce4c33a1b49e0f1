import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinClosest, joinNear, mergeRanges } from '../../../src/core/source/byte-ranges.ts'
import { unplanned } from '../../support/counting-bytes.ts'
import { positions, ranges } from '../../support/ranges.ts'

/** Ascending ranges that do not touch. */
const apart = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), { maxLength: 30 }).map((steps) => {
  let at = 0
  return steps.map(([gap, length]) => {
    const start = at + gap
    at = start + length
    return { start, end: at }
  })
})

describe('ranges', () => {
  it('merged, cover the same bytes, in order, with space between them', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const merged = mergeRanges(list)
        expect(positions(merged)).toEqual(positions(list))
        for (const [index, { start, end }] of merged.entries()) {
          expect(end).toBeGreaterThan(start)
          expect(start).toBeGreaterThan(merged[index - 1]?.end ?? -1)
        }
      }),
    )
  })

  it('merged across gaps, leave only wider ones', () => {
    fc.assert(
      fc.property(ranges, fc.nat(8), (list, gap) => {
        const merged = mergeRanges(list, gap)
        expect(unplanned(mergeRanges(list), merged)).toEqual([])
        for (const [index, { start }] of merged.entries()) expect(start).toBeGreaterThan((merged[index - 1]?.end ?? -1 - gap) + gap)
      }),
    )
  })

  it('joined, keep what was wanted and waste no more than allowed', () => {
    fc.assert(
      fc.property(ranges, fc.nat(8), fc.nat(20), (list, gap, waste) => {
        const merged = mergeRanges(list)
        const joined = joinNear(merged, { gap, waste })
        const extra = [...positions(joined)].filter((at) => !positions(merged).has(at))
        expect([...positions(merged)].every((at) => positions(joined).has(at))).toBe(true)
        expect(extra.length).toBeLessThanOrEqual(waste)
        expect(joined.length).toBeLessThanOrEqual(merged.length)
      }),
    )
  })

  it('join the nearest neighbours first', () => {
    const list = [
      { start: 0, end: 10 },
      { start: 13, end: 20 },
      { start: 21, end: 30 },
    ]
    expect(joinNear(list, { gap: 4, waste: 3 })).toEqual([
      { start: 0, end: 10 },
      { start: 13, end: 30 },
    ])
  })

  it('joined to a number of them, cover every range and fill the smallest gaps', () => {
    fc.assert(
      fc.property(apart, fc.integer({ min: 1, max: 10 }), (given, most) => {
        const joined = joinClosest(given, most)
        expect(joined.length).toBe(Math.min(most, given.length))
        expect(unplanned(given, joined)).toEqual([])
        const left = joined.slice(1).map((range, n) => range.start - (joined[n]?.end ?? 0))
        const gaps = given.slice(1).map((range, n) => range.start - (given[n]?.end ?? 0))
        expect(left.sort((a, b) => a - b)).toEqual(gaps.sort((a, b) => a - b).slice(gaps.length - left.length))
      }),
    )
  })
})
