import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridEdges } from '../../../src/renderer/plots/edges.ts'
import { drawnPlaces, mergeBins, pickEdges, sumBins } from '../../../src/renderer/plots/merge-bins.ts'

describe('mergeBins', () => {
  it('keeps every bin where there is room', () => {
    expect(mergeBins([0, 10, 20, 30], 100, true)).toEqual([0, 1, 2, 3])
  })

  it('joins neighbours where bins would be too narrow', () => {
    expect(mergeBins([0, 1, 2, 3, 4, 5], 2, false)).toEqual([0, 3, 5])
  })

  it('leaves no bin that can hold no whole number', () => {
    const edges = gridEdges({ min: 0, max: 4, isLog: false }, 40)
    expect(mergeBins(edges, 100, true)).toHaveLength(6)
  })

  it('draws a single value as one bin', () => {
    expect(mergeBins([12, 12, 12], 100, true)).toEqual([0, 2])
    expect(mergeBins([0.5, 0.5], 100, false)).toEqual([0, 1])
  })

  it('survives an answer without bins', () => {
    expect(mergeBins([0], 10, true)).toEqual([0, 0])
  })

  it('loses no example, whatever is merged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 80 }),
        fc.boolean(),
        (bins, most, isInteger) => {
          const edges = gridEdges({ min: 0, max: 37, isLog: true }, bins.length)
          const starts = mergeBins(edges, most, isInteger)
          expect(starts.length - 1).toBeLessThanOrEqual(Math.max(1, most))
          expect(sum(sumBins(bins, starts))).toBe(sum(bins))
          expect(drawnPlaces(starts)).toHaveLength(bins.length)
          expect(pickEdges(edges, starts).at(-1)).toBe(37)
        },
      ),
    )
  })
})

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
