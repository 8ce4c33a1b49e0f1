import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MinTree } from '../../../../src/core/measure/tokens/min-tree.ts'

const number = fc.integer({ min: 0, max: 20 })

describe('a tree of minima', () => {
  it('tells the smallest number and its leftmost place, whatever was set', () => {
    const changes = fc.array(fc.tuple(fc.nat(), number), { maxLength: 40 })
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 700 }), changes, (numbers, steps) => {
        const tree = new MinTree(Int32Array.from(numbers))
        for (const [at, value] of [[0, numbers[0] ?? 0], ...steps] as const) {
          numbers[at % numbers.length] = value
          tree.set(at % numbers.length, value)
          expect(tree.min).toBe(Math.min(...numbers))
          expect(tree.leftmost()).toBe(numbers.indexOf(tree.min))
        }
      }),
    )
  })
})
