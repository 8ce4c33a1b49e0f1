import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareLimit } from '../../../../src/core/store/analysis/judging/share-limit.ts'

const counts = fc.record({ held: fc.array(fc.nat({ max: 60 }), { maxLength: 6 }), free: fc.nat({ max: 60 }) })

test('it is the largest number at which no held-down value has more than its share of what stays', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 100 }), ({ held, free }, percent) => {
      const isRight = (limit: number) => {
        const kept = held.map((n) => Math.min(n, limit))
        const stays = kept.reduce((sum, n) => sum + n, free)
        return kept.every((n) => 100 * n <= percent * stays)
      }
      const largest = Math.max(0, ...held)
      const expected = Array.from({ length: largest + 1 }, (_, n) => largest - n).find(isRight)
      expect(shareLimit({ held, free }, percent / 100)).toBe(expected)
    }),
    { numRuns: 1000 },
  )
})

test('two values at most 0.3 each with nothing beside them have no such shares: none stays', () => {
  expect(shareLimit({ held: [50, 20], free: 0 }, 0.3)).toBe(0)
  expect(shareLimit({ held: [50, 20], free: 10 }, 0.3)).toBe(7)
})

test('0 lets none stay, 1 lets all', () => {
  expect(shareLimit({ held: [5, 9], free: 100 }, 0)).toBe(0)
  expect(shareLimit({ held: [5, 9], free: 0 }, 1)).toBe(9)
  expect(shareLimit({ held: [], free: 3 }, 0.1)).toBe(0)
})

test('a million examples take no longer than a few steps', () => {
  expect(shareLimit({ held: [1_000_000], free: 3_000_000 }, 0.2)).toBe(750_000)
})
