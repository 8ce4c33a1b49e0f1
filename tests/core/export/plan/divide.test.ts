import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SPLITS, type Split, type SplitPlan } from '#record'
import { type Candidate, examplesOf, type PlanUnit } from '../../../../src/core/export/plan/candidate.ts'
import { chooseUnits as chooseUnitsInStages } from '../../../../src/core/export/plan/choose-units.ts'
import { divide as divideInStages } from '../../../../src/core/export/plan/divide.ts'
import { findLeaks as findLeaksInStages } from '../../../../src/core/export/plan/find-leaks.ts'
import { codeShared } from '../../../../src/core/export/plan/keys.ts'
import { splitGroups as splitGroupsInStages } from '../../../../src/core/export/plan/split-groups.ts'
import { atOnce } from '../../../../src/core/export/plan/stages.ts'
import { candidate, grouped, planOf, unit, units } from '../../../support/plan-units.ts'

const EIGHTY: SplitPlan = { by: 'repo', shares: { train: 0.8, validation: 0.1, test: 0.1 }, seed: 1 }
const plans: fc.Arbitrary<SplitPlan> = fc.record({
  by: fc.constantFrom('repo' as const, 'time' as const),
  shares: fc.constantFrom(
    { train: 0.8, validation: 0.1, test: 0.1 },
    { train: 0.5, validation: 0, test: 0.5 },
    { train: 0.33, validation: 0.33, test: 0.33 },
  ),
  seed: fc.nat(5),
})
const KEYS = ['instance', 'task', 'patch', 'issue', 'issueGroup', 'patchGroup'] as const

/** Pairs of examples in different splits that share a key: every two are looked at. */
function leaking(of: readonly PlanUnit[], splits: readonly Split[]): string[] {
  const all = of.flatMap((one, place) => examplesOf(one).map((example) => ({ example, split: splits[place] })))
  return KEYS.filter((key) =>
    all.some((a) => all.some((b) => a.split !== b.split && a.example[key] !== null && a.example[key] === b.example[key])),
  )
}

const sharing = (of: readonly PlanUnit[], key: keyof Candidate) => grouped(of, ({ one }) => one[key])

const chooseUnits = (...given: Parameters<typeof chooseUnitsInStages>) => atOnce(chooseUnitsInStages(...given))
const divide = (...given: Parameters<typeof divideInStages>) => atOnce(divideInStages(...given))
const splitGroups = (of: readonly PlanUnit[], by: SplitPlan['by']) => atOnce(splitGroupsInStages(of, by, atOnce(codeShared(of))))
const findLeaks = (of: readonly PlanUnit[], splits: readonly Split[]) => atOnce(findLeaksInStages(of, splits, atOnce(codeShared(of))))

describe('divide()', () => {
  it('puts every row into exactly one split that was asked for, and lets nothing leak', () => {
    fc.assert(
      fc.property(units, plans, (of, plan) => {
        const { splits, table } = divide(of, plan, 0)
        expect(table.rows.reduce((sum, { examples }) => sum + examples, 0)).toBe(of.length)
        for (const split of splits) expect(plan.shares[split]).toBeGreaterThan(0)
        expect(table.leaks).toEqual([])
        expect(leaking(of, splits)).toEqual([])
      }),
    )
  })

  it('keeps a repository whole, whatever the case of its name', () => {
    fc.assert(
      fc.property(units, fc.nat(9), (of, seed) => {
        const { splits } = divide(of, { ...EIGHTY, seed }, 0)
        const homes = grouped(of, ({ one }) => String(one.repo).toLowerCase())
        for (const [repo, found] of homes) if (repo !== 'null') expect(new Set(found.map((one) => splits[of.indexOf(one)])).size).toBe(1)
      }),
    )
  })

  it('keeps both of a pair in one split, though they have nothing in common', () => {
    fc.assert(
      fc.property(fc.nat(50), (seed) => {
        const of = Array.from({ length: 20 }, (_, at) => ({
          one: candidate({ id: `a${at}`, repo: `o/${at}` }),
          other: candidate({ id: `b${at}`, repo: `o/${(at + 1) % 4}`, patch: `p${at % 7}` }),
        }))
        expect(divide(of, { ...EIGHTY, seed }, 0).table.leaks).toEqual([])
      }),
    )
  })

  it('is over a share by less than the largest group, and near it where groups are small', () => {
    fc.assert(
      fc.property(units, plans, (of, plan) => {
        const largest = Math.max(0, ...splitGroups(of, plan.by).groups.map(({ size }) => size))
        const { rows } = divide(of, plan, 0).table
        const sum = SPLITS.reduce((all, split) => all + plan.shares[split], 0)
        for (const { split, examples } of rows) expect(examples).toBeLessThan((plan.shares[split] / sum) * of.length + largest + 1)
      }),
    )
    const many = Array.from({ length: 2_000 }, (_, at) => unit({ id: `r${at}`, repo: `o/${at % 400}` }))
    const shares = divide(many, EIGHTY, 0).table.rows.map(({ share }) => share)
    for (const [at, share] of shares.entries()) expect(Math.abs(share - ([0.8, 0.1, 0.1][at] ?? 0))).toBeLessThanOrEqual(0.003)
  })

  it('keeps repositories where they are when others come', () => {
    const of = (count: number) => Array.from({ length: count }, (_, at) => unit({ id: `r${at}`, repo: `o/${at % (count / 5)}` }))
    const [before, after] = [of(500), of(550)].map((list) => {
      const { splits } = divide(list, EIGHTY, 0)
      return new Map(list.map((one, place) => [one.one.repo, splits[place]]))
    })
    const moved = [...(before ?? [])].filter(([repo, split]) => after?.get(repo) !== split)
    expect(moved.length).toBeLessThan(20)
  })

  it('has the newest in test: nothing in train is newer than any group of test', () => {
    fc.assert(
      fc.property(units, (of) => {
        const { splits } = divide(of, { ...EIGHTY, by: 'time' }, 0)
        const { groupOf } = splitGroups(of, 'time')
        const newest = (split: Split) => groupOf.filter((_, place) => splits[place] === split).map((group) => group.newest)
        for (const test of newest('test')) for (const train of newest('train')) expect(train <= test).toBe(true)
      }),
    )
  })

  it('tells which patches and duplicates would have been in two splits', () => {
    const of = [
      unit({ id: 'a', repo: 'o/a', patch: 'same', instance: 'i' }),
      unit({ id: 'b', repo: 'o/b', patch: 'same' }),
      unit({ id: 'c', repo: 'o/c', instance: 'i' }),
      unit({ id: 'd', repo: 'o/d', issueGroup: 'g' }),
      unit({ id: 'e', repo: 'o/e', issueGroup: 'g' }),
      unit({ id: 'f', repo: 'o/f', issueGroup: 'own', patch: '' }),
      unit({ id: 'g', repo: 'o/g', patch: '' }),
    ]
    const { groups, joined } = splitGroups(of, 'repo')
    expect(groups.map(({ size, name }) => `${name} ${size}`)).toEqual(['o/a 3', 'o/d 2', 'o/f 1', 'o/g 1'])
    expect(joined).toEqual([
      { by: 'instance', groups: 1 },
      { by: 'patch', groups: 1 },
      { by: 'duplicates', groups: 1 },
    ])
  })
})

it('the check over the result finds exactly what a look at every two rows finds', () => {
  fc.assert(
    fc.property(units, fc.array(fc.constantFrom(...SPLITS), { minLength: 60, maxLength: 60 }), (of, thrown) => {
      const splits = thrown.slice(0, of.length)
      const splitOf = (one: PlanUnit) => splits[of.indexOf(one)]
      const found = findLeaks(of, splits)
      const kinds = { instance: ['instance', 'task'], patch: ['patch'], duplicates: ['issue', 'issueGroup', 'patchGroup'] }
      const naive = leaking(of, splits)
      for (const [by, keys] of Object.entries(kinds)) {
        expect(found.some((leak) => leak.by === by)).toBe(keys.some((key) => naive.some((one) => one === key)))
      }
      for (const { splits: homes, examples } of found) {
        expect(homes.length).toBeGreaterThan(1)
        expect(examples).toBeGreaterThan(1)
      }
      const instances = [...sharing(of, 'instance')].filter(([key, list]) => key !== null && new Set(list.map(splitOf)).size > 1)
      const tasks = [...sharing(of, 'task')].filter(([key, list]) => key !== null && new Set(list.map(splitOf)).size > 1)
      expect(found.filter(({ by }) => by === 'instance').length).toBe(instances.length + tasks.length)
    }),
  )
})

it('rows without a time stay out of splits by time and are counted; where none has one, it says so', () => {
  const byTime: SplitPlan = { ...EIGHTY, by: 'time' }
  const through = [unit({ id: 'a', time: '2024-01-01T00:00:00Z' }), unit({ id: 'b' })]
  const chosen = chooseUnits(through, planOf({}, byTime))
  expect(chosen.units.map(({ ids }) => ids[0])).toEqual(['a'])
  expect(chosen.splits?.without).toBe(1)
  expect(chosen.warnings).toContain('1 row has no time and stays out of splits by time.')
  expect(() => chooseUnits([unit({ id: 'b' })], planOf({}, byTime))).toThrow(
    'None of the 1 rows that would leave says when its task was made.',
  )
})
