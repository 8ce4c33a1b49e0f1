import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barsPath, stepsPath } from '../../../src/renderer/plots/bin-shapes.ts'

describe('barsPath', () => {
  it('leaves empty bins out and gives one example a pixel', () => {
    const path = barsPath([0, 10, 20], [100, 99.9], 100)
    expect(path.match(/M/g)).toHaveLength(1)
    expect(path).toContain('V100')
    expect(path).toContain('V100Z')
  })

  it('is drawn with numbers only', () => {
    const tops = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(tops, (heights) => {
        const spots = [0, ...heights.map((_, bin) => (bin + 1) * 3)]
        expect(barsPath(spots, heights, 100) + stepsPath(spots, heights, 100, true)).not.toMatch(/NaN|Infinity|undefined/)
      }),
    )
  })
})

describe('stepsPath', () => {
  it('runs along the tops and back down', () => {
    expect(stepsPath([0, 10, 20], [40, 100], 100, false)).toBe('M0 100V40H10V100H20V100')
    expect(stepsPath([0, 10], [40], 100, true)).toBe('M0 100V40H10V100Z')
  })

  it('is nothing without bins', () => {
    expect(stepsPath([0], [], 100, true)).toBe('')
  })
})
