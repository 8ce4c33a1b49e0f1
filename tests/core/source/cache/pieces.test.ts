import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ByteRange, mergeRanges } from '../../../../src/core/source/byte-ranges.ts'
import { addPiece, allGapsIn, divide, gapsIn, locate, type Piece } from '../../../../src/core/source/cache/pieces.ts'
import { positions, range, ranges } from '../../../support/ranges.ts'

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
