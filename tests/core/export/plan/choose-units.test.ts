import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grouping } from '#record'
import { chooseUnits as chosenInStages } from '../../../../src/core/export/plan/choose-units.ts'
import { atOnce } from '../../../../src/core/export/plan/stages.ts'
import { candidate, grouped, planOf, unit, units } from '../../../support/plan-units.ts'

const caps = fc.array(
  fc.record({ per: fc.constantFrom<Grouping[]>('instance', 'repo', 'language'), most: fc.integer({ min: 1, max: 4 }) }),
  {
    maxLength: 3,
  },
)
const mixtures = fc
  .record({ go: fc.integer({ min: 0, max: 10 }), python: fc.integer({ min: 1, max: 10 }), rust: fc.integer({ min: 0, max: 10 }) })
  .map(({ go, python, rust }) => {
    const all = go + python + rust
    return { by: 'language' as const, shares: { go: go / all, python: python / all, rust: rust / all } }
  })

const chooseUnits = (...given: Parameters<typeof chosenInStages>) => atOnce(chosenInStages(...given))

describe('chooseUnits()', () => {
  it('never lets more of a group leave than any cap says, and as many as it says', () => {
    fc.assert(
      fc.property(units, caps, (through, caps) => {
        const chosen = chooseUnits(through, planOf({ caps }))
        const left = through.filter(({ one }) => chosen.units.some(({ ids }) => ids[0] === one.id))
        for (const { per, most } of caps) {
          for (const { one } of left.filter(({ one }) => one[per] !== null)) {
            expect(left.filter((other) => other.one[per] === one[per]).length).toBeLessThanOrEqual(most)
          }
        }
        const [first] = caps
        if (caps.length === 1 && first?.per === 'language') {
          const groups = grouped(through, ({ one }) => one.language)
          expect(left.length).toBe([...groups.values()].reduce((sum, group) => sum + Math.min(first.most, group.length), 0))
        }
      }),
    )
  })

  it('gives each named value its share to within one example, and leaves the others behind', () => {
    fc.assert(
      fc.property(units, mixtures, fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }), (through, mixture, limit) => {
        const { units: left, mixture: table } = chooseUnits(through, planOf({ mixture, limit }))
        const there = table.filter(({ value, wanted }) => wanted > 0 && through.some(({ one }) => one.language === value))
        const whole = there.reduce((sum, { wanted }) => sum + wanted, 0)
        expect(table.reduce((sum, { examples }) => sum + examples, 0)).toBe(left.length)
        expect(left.length).toBeLessThanOrEqual(limit ?? through.length)
        for (const { examples, wanted } of there) expect(Math.abs(examples - (wanted / whole) * left.length)).toBeLessThan(1 + 1e-6)
      }),
    )
  })

  it('chooses the same whatever order rows come in, and with another seed something else', () => {
    const plan = planOf(
      { caps: [{ per: 'repo', most: 3 }], limit: 9 },
      { by: 'repo', shares: { train: 0.5, validation: 0.25, test: 0.25 }, seed: 3 },
    )
    fc.assert(
      fc.property(
        units.chain((through) => fc.tuple(fc.constant(through), fc.shuffledSubarray(through, { minLength: through.length }))),
        ([through, shuffled]) => {
          expect(chooseUnits(shuffled, plan)).toEqual(chooseUnits(through, plan))
        },
      ),
    )
    const many = Array.from({ length: 500 }, (_, at) => unit({ id: `row-${at}` }))
    const ids = (seed: number) => chooseUnits(many, planOf({ limit: 50, seed })).units.map((one) => one.ids[0])
    expect(ids(1)).toEqual(ids(1))
    expect(ids(1).filter((id) => ids(2).includes(id)).length).toBeLessThan(20)
  })

  it('lets a row that comes move at most one other out of a capped group', () => {
    fc.assert(
      fc.property(units, fc.string({ minLength: 7, maxLength: 8 }), (through, id) => {
        const plan = planOf({ caps: [{ per: 'language', most: 2 }] })
        const idsOf = (list: typeof through) => chooseUnits(list, plan).units.map((one) => one.ids[0])
        const after = new Set(idsOf([...through, unit({ id, language: 'go' })]))
        expect(idsOf(through).filter((before) => !after.has(before)).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('tells every step in numbers, and that a mixture holds rows back', () => {
    const through = [
      ...Array.from({ length: 12 }, (_, at) => unit({ id: `py-${at}`, language: 'python', instance: `i${at % 6}` })),
      unit({ id: 'go-1', language: 'go' }),
      unit({ id: 'go-2', language: 'go' }),
      unit({ id: 'c-1', language: 'c' }),
    ]
    const shares = { python: 0.5, go: 0.4, rust: 0.1 }
    const chosen = chooseUnits(through, planOf({ caps: [{ per: 'instance', most: 1 }], mixture: { by: 'language', shares }, limit: 3 }))
    expect(chosen.steps).toEqual([
      { step: 'at most 1 of each instance', before: 15, after: 9 },
      { step: 'mixture by language', before: 9, after: 6 },
      { step: 'at most 3 in all', before: 6, after: 3 },
    ])
    expect(chosen.warnings).toEqual([
      'No example has language rust: its share of 10 % goes to the others.',
      'The mixture holds back 3 of 9. go has 2 for 40 %. 1 is of a language without a share.',
    ])
    expect(chosen.mixture.map(({ value, examples }) => `${value} ${examples}`)).toEqual(['python 2', 'go 1', 'rust 0'])
  })

  it('names the step that lets nothing through', () => {
    const { warnings } = chooseUnits([], planOf({}), [{ step: 'selected', before: 1_540, after: 0 }])
    expect(warnings).toEqual(['No example leaves: “selected” lets none of 1,540 through.'])
  })

  it('refuses shares that do not add up to 1, and takes thirds as people write them', () => {
    const mix = (shares: Record<string, number>) => () =>
      chooseUnits([unit({ id: 'a', language: 'go' })], planOf({ mixture: { by: 'language', shares } }))
    expect(mix({ go: 0.5, rust: 0.3 })).toThrow('The shares of the mixture by language add up to 0.8, not to 1: go 0.5, rust 0.3.')
    expect(mix({ go: 0.33, rust: 0.33, c: 0.33 })).not.toThrow()
  })

  it('names another choice by another hash: by its rows, by what made them leave, and by the plan', () => {
    const hash = (state: string, limit: number | null = null) => chooseUnits([unit({ id: 'a', state })], planOf({ limit })).hash
    expect(hash('keep')).toBe(hash('keep'))
    expect(new Set([hash('keep'), hash('accept'), hash('keep', 1)]).size).toBe(3)
    const mixture = (shares: Record<string, number>) => chooseUnits([], planOf({ mixture: { by: 'language', shares } })).hash
    expect(mixture({ go: 0.5, c: 0.5 })).toBe(mixture({ c: 0.5, go: 0.5 }))
  })

  it('takes both of a pair along, and counts the pair once', () => {
    const pairs = ['a', 'b', 'c'].map((id) => ({
      one: candidate({ id, repo: 'o/o' }),
      other: candidate({ id: `${id}-worse`, repo: 'o/o' }),
    }))
    expect(chooseUnits(pairs, planOf({ caps: [{ per: 'repo', most: 2 }] })).units.map(({ ids }) => ids.length)).toEqual([2, 2])
  })
})
