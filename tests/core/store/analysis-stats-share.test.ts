import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf } from '../../../src/core/store/analysis/stats/share.ts'

const counts = fc.integer({ min: 1, max: 600_000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test('the interval is the two rates whose own spread reaches what was seen', () => {
  fc.assert(
    fc.property(counts, ([hits, n]) => {
      const { rate, low, high } = shareOf(hits, n)
      if (rate === null || low === null || high === null) throw new Error('n is above 0')
      expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true)
      for (const limit of [low, high].filter((end) => end > 0 && end < 1)) {
        const reached = (rate - limit) ** 2 / ((limit * (1 - limit)) / n)
        expect(reached).toBeCloseTo(1.959963984540054 ** 2, 3)
      }
    }),
  )
})

test('misses mirror hits', () => {
  fc.assert(
    fc.property(counts, ([hits, n]) => {
      const [share, mirrored] = [shareOf(hits, n), shareOf(n - hits, n)]
      expect(share.low).toBeCloseTo(1 - (mirrored.high ?? 0), 12)
    }),
  )
})

test('8 in 10 lie between 49 and 94 %, and nothing of nothing has no rate', () => {
  expect(shareOf(8, 10)).toMatchObject({ rate: 0.8, low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) })
  expect(shareOf(0, 0)).toEqual({ n: 0, hits: 0, rate: null, low: null, high: null })
})
