import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addPiece,
  allGapsIn,
  type ByteRange,
  divide,
  gapsIn,
  joinNear,
  locate,
  mergeRanges,
  type Piece,
} from '../../../../src/core/source/cache/pieces.ts'

const LENGTH = 60

const range = fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH)).map(([a, b]): ByteRange => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const ranges = fc.array(range, { maxLength: 12 })

/** The positions ranges stand for. */
function positions(list: readonly ByteRange[]): Set<number> {
  return new Set(list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)))
}

/** Fills a log the way downloads do: each range's gaps are appended to its end. */
function logOf(list: readonly ByteRange[]): { pieces: Piece[]; log: number[] } {
  const pieces: Piece[] = []
  const log: number[] = []
  for (const wanted of list) {
    for (const gap of gapsIn(pieces, wanted)) {
      addPiece(pieces, { ...gap, at: log.length })
      log.push(...positions([gap]))
    }
  }
  return { pieces, log }
}

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

  it('leave exactly the bytes that are wanted and not covered', () => {
    fc.assert(
      fc.property(ranges, ranges, (have, want) => {
        const covered = positions(have)
        const expected = [...positions(want)].filter((at) => !covered.has(at)).sort((a, b) => a - b)
        const gaps = allGapsIn(mergeRanges(have), want)
        expect([...positions(gaps)]).toEqual(expected)
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

  it('divided, are the whole in order and not more parts than asked for', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }), (whole, size, parts) => {
        const divided = divide(whole, size, parts)
        expect([...positions(divided)]).toEqual([...positions([whole])])
        expect(divided.length).toBeLessThanOrEqual(parts)
        if (whole.end - whole.start <= size) expect(divided.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('pieces of a log', () => {
  it('say where every byte is, or that one is missing', () => {
    fc.assert(
      fc.property(ranges, range, (list, wanted) => {
        const { pieces, log } = logOf(list)
        const parts = locate(pieces, wanted)
        const covered = positions(list)
        const isThere = [...positions([wanted])].every((at) => covered.has(at))
        expect(parts !== null).toBe(isThere)
        const read = parts?.flatMap(({ at, start, end }) => log.slice(at, at + end - start))
        if (parts) expect(read).toEqual([...positions([wanted])])
      }),
    )
  })

  it('that go on in file and log become one', () => {
    const pieces: Piece[] = []
    for (const start of [0, 10, 20]) addPiece(pieces, { start, end: start + 10, at: start })
    expect(pieces).toEqual([{ start: 0, end: 30, at: 0 }])
  })
})
