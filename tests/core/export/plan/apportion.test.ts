import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apportion } from '../../../../src/core/export/plan/apportion.ts'

const parts = fc
  .array(fc.record({ have: fc.integer({ min: 1, max: 12 }), weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 4 })
  .map((list) => {
    const all = list.reduce((sum, { weight }) => sum + weight, 0)
    return list.map(({ have, weight }) => ({ have, share: weight / all }))
  })

/** The largest total any numbers within one of their shares can have, by trying all of them. */
function largest(of: { have: number; share: number }[], most: number): number {
  let numbers: number[][] = [[]]
  for (const { have } of of) numbers = numbers.flatMap((list) => Array.from({ length: have + 1 }, (_, number) => [...list, number]))
  const totals = numbers.map((list) => ({ list, total: list.reduce((sum, number) => sum + number, 0) }))
  const fitting = totals.filter(({ list, total }) => list.every((number, at) => Math.abs(number - total * (of[at]?.share ?? 0)) < 1 - 1e-9))
  return Math.max(0, ...fitting.map(({ total }) => total).filter((total) => total <= most))
}

it('is as large as any set with these shares can be', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 50 }), (of, most) => {
      const taken = apportion(of, most)
      expect(taken.every((number, at) => number <= (of[at]?.have ?? 0))).toBe(true)
      expect(taken.reduce((sum, number) => sum + number, 0)).toBe(largest(of, most))
    }),
  )
})
