import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SKETCH_LENGTH, sketchSimilarity } from '#record'
import { groupSketches } from '../../../../src/core/store/analysis/duplicates/group-sketches.ts'
import { altered, aSketch, sharedLetters } from './sketches.ts'

async function groupsOf(sketches: readonly string[], threshold = 0.8): Promise<number[]> {
  return Array.from(await groupSketches(Buffer.from(sketches.join(''), 'latin1'), sketches.length, threshold))
}

describe('groups of sketches', () => {
  it('are of sketches alike the first, which is the earliest place', async () => {
    const [one, other] = [aSketch(1), aSketch(2)]
    expect(await groupsOf([one, other, altered(one, 5), one, altered(other, 9, 100), aSketch(3)])).toEqual([0, 1, 0, 0, 1, 5])
    expect(await groupsOf([])).toEqual([])
  })

  it('keep to the threshold: similarity to the first member as estimated', async () => {
    const one = aSketch(1)
    const least = Array.from({ length: SKETCH_LENGTH + 1 }, (_, same) => same).find((same) => sketchSimilarity(same) >= 0.8) ?? 0
    expect(await groupsOf([one, altered(one, SKETCH_LENGTH - least)])).toEqual([0, 0])
    expect(await groupsOf([one, altered(one, SKETCH_LENGTH - least + 1)])).toEqual([0, 1])
  })

  it('take the group a sketch is most alike', async () => {
    const one = aSketch(1)
    const far = altered(one, 40)
    expect(await groupsOf([one, far, altered(far, 5, 60)])).toEqual([0, 1, 1])
    expect(await groupsOf([one, far, altered(one, 22)])).toEqual([0, 1, 1])
  })

  it('do not grow along a chain of neighbours', async () => {
    const chain = Array.from({ length: 17 }, (_, at) => altered(aSketch(1), 8 * at))
    const groups = await groupsOf(chain)
    expect(new Set(groups).size).toBeGreaterThan(3)
    for (const [place, first] of groups.entries()) {
      expect(sketchSimilarity(sharedLetters(chain[place] ?? '', chain[first] ?? ''))).toBeGreaterThanOrEqual(0.8)
    }
  })

  it('put variants of one sketch together and others apart', async () => {
    const variant = fc.record({ base: fc.integer({ min: 0, max: 9 }), letters: fc.integer({ min: 0, max: 6 }), from: fc.nat({ max: 127 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(variant, { maxLength: 60 }), async (variants) => {
        const groups = await groupsOf(variants.map(({ base, letters, from }) => altered(aSketch(base), letters, from)))
        const firsts = variants.map(({ base }) => variants.findIndex((other) => other.base === base))
        expect(groups).toEqual(firsts)
      }),
    )
  })

  it('come to an end where thousands share a band and nothing else, and stop when told', async () => {
    const template = aSketch(0).slice(0, 60)
    const sketches = Array.from({ length: 1_500 }, (_, at) => template + aSketch(at + 1).slice(60))
    expect(new Set(await groupsOf(sketches)).size).toBe(1_500)
    const bytes = Buffer.from(sketches.join('').repeat(5), 'latin1')
    await expect(groupSketches(bytes, 7_500, 0.8, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  })
})
