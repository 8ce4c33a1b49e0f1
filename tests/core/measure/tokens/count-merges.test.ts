import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CL100K_BASE } from '../../../../src/core/measure/tokens/cl100k-base.ts'
import { countLongMerges } from '../../../../src/core/measure/tokens/count-long-merges.ts'
import { countMerges } from '../../../../src/core/measure/tokens/count-merges.ts'

describe('merging', () => {
  it('leaves as many tokens of a short piece whichever way it is done', () => {
    const tokens = CL100K_BASE.tokens()
    const letters = fc.array(fc.constantFrom(...'aaabcdeinorst  =-'), { minLength: 1, maxLength: 64 })
    const bytes = fc.oneof(
      letters.map((chosen) => [...Buffer.from(chosen.join(''))]),
      fc.array(fc.nat(255), { minLength: 1, maxLength: 64 }),
    )
    fc.assert(
      fc.property(bytes, (piece) => {
        const units = Uint16Array.from([0, ...piece, 0])
        expect(countMerges(units, 1, piece.length + 1, tokens)).toBe(countLongMerges(units, 1, piece.length + 1, tokens))
      }),
      { numRuns: 2_000 },
    )
  })
})
