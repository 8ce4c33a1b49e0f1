import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf, shareProblem, sharesAsTheyAre, sharesOf, sumOf } from '../../../../src/renderer/exporting/plan/logic/share-draft.ts'

describe('shares as they are typed', () => {
  it('become shares that add up to 1 when they make 100 %, thirds included', () => {
    expect(sharesOf({ train: '90', validation: '5', test: '5' })).toEqual({ train: 0.9, validation: 0.05, test: 0.05 })
    const thirds = sharesOf({ a: '33', b: '33', c: '33' })
    expect(Object.values(thirds ?? {}).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
    expect(draftOf({ a: 0.125, b: 0.875 })).toEqual({ a: '12.5', b: '87.5' })
  })

  it('say what is wrong while they do not', () => {
    expect(sharesOf({ a: '50', b: '45' })).toBeNull()
    expect(shareProblem({ a: '50', b: '45' })).toContain('add up to 95 %: 5 % are missing')
    expect(shareProblem({ a: '50', b: '' })).toBe('A share is a percent from 0 to 100.')
    expect(shareProblem({ a: '100' })).toBeNull()
  })

  it('begin as values have them, in whole percents that make 100', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 12 }), fc.integer({ min: 1, max: 8 }), (counts, most) => {
        const draft = sharesAsTheyAre(
          counts.map((count, at) => ({ value: `v${at}`, count })),
          most,
        )
        expect(Object.keys(draft).length).toBe(Math.min(most, counts.filter((count) => count > 0).length))
        if (Object.keys(draft).length > 0) expect(sumOf(draft)).toBe(100)
      }),
    )
  })
})
