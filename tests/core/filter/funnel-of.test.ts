import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FailedCount, funnelOf, parseRecipe, planOf } from '#filter'
import { bundledBook } from '../../support/rule-book.ts'

const recipe = parseRecipe(
  `steps:
  - rule: resolved-label
  - rule: token-limit
    enabled: false
  - rule: token-limit
    max: 16000
  - rule: languages
    allow: [go]
  - rule: patch-present
`,
  'four',
  bundledBook,
)

const STEPS = 4

const anyCount: fc.Arbitrary<FailedCount> = fc
  .record({ failed: fc.subarray([0, 1, 2, 3]), isFault: fc.boolean(), count: fc.integer({ min: 0, max: 1000 }) })
  .map(({ failed, isFault, count }) => ({ failed, faults: isFault ? failed.slice(0, 1) : [], count }))
const anyCounts = fc.array(anyCount, { maxLength: 20 })

describe('the plan of a recipe', () => {
  it('has its enabled steps, a second use of a rule by a key of its own whether or not the first is on', () => {
    expect(planOf(recipe).hash).toBe(recipe.hash)
    expect(planOf(recipe).steps.map(({ key, kind }) => [key, kind])).toEqual([
      ['resolved-label', 'drop'],
      ['token-limit~2', 'drop'],
      ['languages', 'drop'],
      ['patch-present', 'drop'],
    ])
  })
})

describe('the funnel', () => {
  it('counts who dropped first, who alone, who fails, and what is left', () => {
    const funnel = funnelOf(recipe, [
      { failed: [], faults: [], count: 5 },
      { failed: [0], faults: [], count: 2 },
      { failed: [0, 1], faults: [1], count: 3 },
      { failed: [1], faults: [], count: 4 },
    ])
    expect(funnel).toMatchObject({ total: 14, kept: 5, dropped: 9 })
    expect(
      funnel.steps.map(({ key, dropped, only, failing, faults, remaining }) => [key, dropped, only, failing, faults, remaining]),
    ).toEqual([
      ['resolved-label', 5, 2, 5, 0, 9],
      ['token-limit~2', 4, 4, 7, 3, 5],
      ['languages', 0, 0, 0, 0, 5],
      ['patch-present', 0, 0, 0, 0, 5],
    ])
    expect(funnel.steps[1]).toMatchObject({ title: 'Token limit', summary: 'at most 16,000 tokens (traj_tokens)' })
    expect(funnel.overlap.slice(0, 2)).toEqual([
      [5, 3, 0, 0],
      [3, 7, 0, 0],
    ])
  })

  it('always adds up, and what two steps share is the same seen from either', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { total, kept, dropped, steps, overlap } = funnelOf(recipe, counts)
        expect(kept + steps.reduce((sum, step) => sum + step.dropped, 0)).toBe(total)
        expect(kept + dropped).toBe(total)
        expect(steps.at(-1)?.remaining).toBe(kept)
        for (const [place, step] of steps.entries()) {
          expect(step.only).toBeLessThanOrEqual(step.dropped)
          expect(step.dropped).toBeLessThanOrEqual(step.failing)
          expect(step.faults).toBeLessThanOrEqual(step.failing)
          expect(overlap[place]?.[place]).toBe(step.failing)
          for (let other = 0; other < STEPS; other++) expect(overlap[place]?.[other]).toBe(overlap[other]?.[place])
        }
      }),
    )
  })

  it('books elsewhere when steps change places, and keeps as many', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const turned = counts.map(({ failed, faults, count }) => ({
          failed: failed.map((place) => STEPS - 1 - place).reverse(),
          faults: faults.map((place) => STEPS - 1 - place),
          count,
        }))
        const one = funnelOf(recipe, counts)
        const other = funnelOf(recipe, turned)
        expect([other.kept, other.total]).toEqual([one.kept, one.total])
        expect(other.steps.map(({ only }) => only).reverse()).toEqual(one.steps.map(({ only }) => only))
      }),
    )
  })
})
