import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binOfPlace, binOfValue, binsOfRange, justBelow, moveEnd, rangeOfBins } from '../../../src/renderer/plots/brush.ts'
import { gridEdges } from '../../../src/renderer/plots/edges.ts'
import { mergeBins, pickEdges } from '../../../src/renderer/plots/merge-bins.ts'

/** Edges as a plot draws them: equal or logarithmic bins of the host, merged. */
const drawnEdges = fc
  .record({
    min: fc.integer({ min: 0, max: 500 }),
    width: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3_000_000 }), fc.double({ min: 0, max: 5, noNaN: true })),
    bins: fc.integer({ min: 1, max: 200 }),
    most: fc.integer({ min: 1, max: 120 }),
    isLog: fc.boolean(),
    isInteger: fc.boolean(),
  })
  .map(({ min, width, bins, most, isLog, isInteger }) => {
    const max = min + (isInteger ? Math.round(width) : width)
    const edges = gridEdges({ min, max, isLog }, bins)
    return { edges: pickEdges(edges, mergeBins(edges, most, isInteger)), isInteger }
  })

const twoBins = fc.tuple(drawnEdges, fc.nat(), fc.nat()).map(([drawn, a, b]) => {
  const count = drawn.edges.length - 1
  return { ...drawn, count, bins: { from: Math.min(a % count, b % count), to: Math.max(a % count, b % count) } }
})

describe('a brush over bins', () => {
  it('reads back as the bins it was drawn over', () => {
    fc.assert(
      fc.property(twoBins, ({ edges, isInteger, bins, count }) => {
        const range = rangeOfBins(edges, bins, isInteger)
        if (range === null) expect(bins).toEqual({ from: 0, to: count - 1 })
        else expect(binsOfRange(edges, range, isInteger)).toEqual(bins)
      }),
      { numRuns: 2000 },
    )
  })

  it('holds exactly the values of its bins', () => {
    fc.assert(
      fc.property(twoBins, fc.double({ min: 0, max: 1, noNaN: true }), ({ edges, isInteger, bins }, share) => {
        const [low = 0, high = 0] = [edges[0], edges.at(-1)]
        const value = isInteger ? Math.round(low + (high - low) * share) : low + (high - low) * share
        const range = rangeOfBins(edges, bins, isInteger) ?? { min: null, max: null }
        const bin = binOfValue(edges, value, isInteger)
        const isHeld = (range.min === null || value >= range.min) && (range.max === null || value <= range.max)
        expect(isHeld).toBe(bin >= bins.from && bin <= bins.to)
      }),
    )
  })

  it('stays open at the ends, so that what is clipped comes along', () => {
    expect(rangeOfBins([0, 10, 20, 30], { from: 0, to: 1 }, true)).toEqual({ min: null, max: 19 })
    expect(rangeOfBins([0, 10, 20, 30], { from: 1, to: 2 }, true)).toEqual({ min: 10, max: null })
    expect(rangeOfBins([0, 10, 20, 30], { from: 0, to: 2 }, true)).toBeNull()
  })

  it('means whole limits for whole numbers, though edges miss them by a hair', () => {
    expect(rangeOfBins([0, 2.9999999999, 7.2, 9], { from: 1, to: 1 }, true)).toEqual({ min: 3, max: 7 })
  })

  it('ends just below the next bin for other numbers', () => {
    const range = rangeOfBins([0, 0.25, 0.5, 1], { from: 1, to: 1 }, false)
    expect(range?.min).toBe(0.25)
    expect(range?.max).toBeLessThan(0.5)
    expect(range?.max).toBeCloseTo(0.5, 12)
  })

  it('leaves a whole value of other numbers below an edge that is a hair above it', () => {
    const edges = [0, 3 + 4e-16, 9]
    expect(binOfValue(edges, 3, false)).toBe(0)
    expect(binsOfRange(edges, { min: null, max: 3 }, false)).toEqual({ from: 0, to: 0 })
  })

  it('is nowhere when it lies beyond the axis', () => {
    expect(binsOfRange([0, 10, 20], { min: 21, max: null }, true)).toBeNull()
    expect(binsOfRange([5, 10, 20], { min: null, max: 4 }, true)).toBeNull()
    expect(binsOfRange([0, 10, 20], { min: 15, max: 5 }, true)).toBeNull()
  })

  it('finds the bin under a point on rising and falling axes', () => {
    expect([-5, 0, 9, 10, 29, 99].map((place) => binOfPlace([0, 10, 20, 30], place))).toEqual([0, 0, 0, 1, 2, 2])
    expect([31, 25, 20, 5, -1].map((place) => binOfPlace([30, 20, 10, 0], place))).toEqual([0, 0, 1, 2, 2])
  })

  it('moves one end as far as the other and no further', () => {
    expect(moveEnd({ from: 2, to: 5 }, 'from', 9, 10)).toEqual({ from: 5, to: 5 })
    expect(moveEnd({ from: 2, to: 5 }, 'from', -9, 10)).toEqual({ from: 0, to: 5 })
    expect(moveEnd({ from: 2, to: 5 }, 'to', 99, 10)).toEqual({ from: 2, to: 10 })
  })
})

describe('justBelow', () => {
  it('is the next number below any', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const below = justBelow(value)
        expect(below).toBeLessThan(value)
        expect([below, value]).toContain((below + value) / 2)
      }),
    )
  })
})
