import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SKETCH_LENGTH, sketchSimilarity } from '#record'
import { MOST_SHINGLES, mix, shingles } from '../../../../src/core/measure/sketch/shingles.ts'
import { sketchOf } from '../../../../src/core/measure/sketch/sketch-of.ts'

const sketch = (text: string): string => sketchOf(shingles([text], false)) ?? ''

function estimate(one: string, other: string): number {
  return sketchSimilarity([...one].filter((letter, at) => letter === other[at]).length)
}

function jaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const shared = [...one].filter((hash) => other.has(hash)).length
  return shared / (one.size + other.size - shared)
}

describe('a sketch', () => {
  it('estimates the Jaccard similarity of the sets within its error', () => {
    const shared = fc.integer({ min: 0, max: 300 })
    const own = fc.integer({ min: 1, max: 300 })
    fc.assert(
      fc.property(shared, own, own, fc.nat({ max: 1_000_000 }), (both, only, otherOnly, seed) => {
        const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => mix(seed + from + at))
        const one = new Set([...range(0, both), ...range(1_000, only)])
        const other = new Set([...range(0, both), ...range(2_000, otherOnly)])
        const told = estimate(sketchOf(Uint32Array.from(one)) ?? '', sketchOf(Uint32Array.from(other)) ?? '')
        // Five standard errors at the widest, J = 0.5.
        expect(Math.abs(told - jaccard(one, other))).toBeLessThan(0.225)
      }),
      { numRuns: 200 },
    )
  })

  it('has no bias: over many sets the errors cancel out, and are as wide as told', () => {
    const errors = Array.from({ length: 150 }, (_, round) => {
      const set = (from: number) => Uint32Array.from({ length: 180 }, (_, at) => mix(round * 7919 + from + at))
      // 160 of 200 are shared.
      return estimate(sketchOf(set(0)) ?? '', sketchOf(set(20)) ?? '') - 160 / 200
    })
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / errors.length)
    expect(Math.abs(mean)).toBeLessThan(0.012)
    expect(deviation).toBeGreaterThan(0.025)
    expect(deviation).toBeLessThan(0.05)
  })

  it('is 128 letters, the same every time', () => {
    expect(sketch('the legend of large values is wrong')).toHaveLength(SKETCH_LENGTH)
    expect(sketch('one two three four five six')).toMatch(/^VB47SYGR1L8zNbEPAQ8AVRS9hKkiOQgU/)
  })

  it('is that of a set: what is said again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 1, maxLength: 50 }), (hashes) => {
        const again = Uint32Array.from([...hashes, ...hashes].reverse())
        expect(sketchOf(again)).toBe(sketchOf(Uint32Array.from(hashes)))
      }),
    )
  })

  it('is not there for nothing', () => {
    expect(sketchOf(shingles([''], true))).toBeNull()
    expect(sketchOf(shingles([' ... \n'], false))).toBeNull()
  })
})

describe('shingles', () => {
  it('are runs of five words, so the order within them counts and that of distant parts hardly does', () => {
    const head = Array.from({ length: 100 }, (_, at) => `a${at}`)
    const tail = Array.from({ length: 100 }, (_, at) => `b${at}`)
    const straight = [...head, ...tail].join(' ')
    const swapped = [...tail, ...head].join(' ')
    const reversed = [...head, ...tail].reverse().join(' ')
    expect(estimate(sketch(straight), sketch(swapped))).toBeGreaterThan(0.85)
    expect(estimate(sketch(straight), sketch(reversed))).toBeLessThan(0.1)
  })

  it('part words at marks, which are words themselves only where asked for', () => {
    expect(shingles(['a, b. c (d) e'], false)).toEqual(shingles(['a b c d e'], false))
    expect(shingles(['x = y + z'], true)).toEqual(shingles(['x=y+z'], true))
    expect(shingles(['x = y + z'], true)).not.toEqual(shingles(['x = y - z'], true))
    expect(shingles(['eins für zwei über drei'], false)).toHaveLength(1)
  })

  it('of fewer than five words are one', () => {
    expect(shingles(['fix it'], false)).toHaveLength(1)
    expect(shingles(['fix it'], false)).not.toEqual(shingles(['it fix'], false))
  })

  it('are read up to a bound, and at once from a word without end', () => {
    expect(shingles(['a b c d e f g h '.repeat(20_000)], false)).toHaveLength(MOST_SHINGLES)
    expect(shingles(['a'.repeat(20_000_000)], true)).toHaveLength(1)
    expect(shingles(['='.repeat(20_000_000)], true)).toHaveLength(MOST_SHINGLES)
  })
})
