import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accuracyOf, precisionOf, recallOf, shareOf } from './accuracy.ts'

describe('how answers agree with labels', () => {
  it('counts four ways', () => {
    const accuracy = accuracyOf([
      [true, true],
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ])
    expect(accuracy).toEqual({ hits: 2, alarms: 1, misses: 1, passes: 1 })
    expect(precisionOf(accuracy)).toMatchObject({ of: 2, all: 3 })
    expect(recallOf(accuracy)).toMatchObject({ of: 2, all: 3 })
  })

  it('gives the published interval of 8 out of 10', () => {
    const share = shareOf(8, 10)
    expect(share?.low).toBeCloseTo(0.4902, 3)
    expect(share?.high).toBeCloseTo(0.9433, 3)
  })

  it('has no share of nothing', () => {
    expect(shareOf(0, 0)).toBeNull()
  })

  it('keeps a share inside its interval, and the interval between 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (of, more) => {
        const share = shareOf(of, of + more)
        expect(share?.low).toBeGreaterThanOrEqual(0)
        expect(share?.high).toBeLessThanOrEqual(1)
        expect(share?.low).toBeLessThanOrEqual(of / (of + more) + 1e-12)
        expect(share?.high).toBeGreaterThanOrEqual(of / (of + more) - 1e-12)
      }),
    )
  })
})
