import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JudgePlan, JudgeStep } from '#filter'
import { canonicalOrder } from '../../../../src/core/store/analysis/judging/canonical-order.ts'
import { anExample, temporaryFolder, workspaceAt } from '../workspace-builder.ts'
import { naiveJudge } from './naive-judge.ts'
import { anyPlan, aPlan } from './plans.ts'
import { anyRows, failedOf, fill } from './rows.ts'

const open = async () => (await workspaceAt(temporaryFolder())).analysis

test('verdicts are those of asking each row after the other, and judging again changes none', { timeout: 60_000 }, async () => {
  const analysis = await open()
  await fc.assert(
    fc.asyncProperty(anyRows, anyPlan, async (rows, plan) => {
      await fill(analysis, rows)
      const counts = await analysis.judge(plan)
      const expected = naiveJudge(rows, plan)
      expect(await failedOf(analysis)).toEqual(expected)
      const measured = rows.filter(({ values }) => values !== null).length
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(measured)
      const kept = Object.values(expected).filter((one) => one?.failed.length === 0).length
      expect(counts.filter(({ failed }) => failed.length === 0).reduce((sum, { count }) => sum + count, 0)).toBe(kept)
      expect(await analysis.counts()).toMatchObject({ measured, keep: kept, drop: measured - kept })
      expect(await analysis.failedCounts(plan.hash)).toEqual(counts)
      expect(await analysis.judge(plan)).toEqual(counts)
      expect(await failedOf(analysis)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

test('neither the order of the steps nor that of the rows decides what is kept', { timeout: 60_000 }, async () => {
  const analysis = await open()
  const shuffled = <T>(values: readonly T[]) => fc.shuffledSubarray([...values], { minLength: values.length })
  const twice = fc
    .tuple(anyRows, anyPlan)
    .chain(([rows, plan]) => fc.tuple(fc.constant(rows), fc.constant(plan), shuffled(rows), shuffled(plan.steps).map(aPlan)))
  await fc.assert(
    fc.asyncProperty(twice, async ([rows, plan, otherRows, otherPlan]) => {
      const keptBy = async (one: JudgePlan) =>
        Object.entries((await analysis.judge(one)) && (await failedOf(analysis)))
          .filter(([, said]) => said?.failed.length === 0)
          .map(([id]) => id)
      await fill(analysis, rows)
      const kept = await keptBy(plan)
      await fill(analysis, otherRows)
      expect(await keptBy(otherPlan)).toEqual(kept)
    }),
    { numRuns: 25 },
  )
})

test('steps that take from each other act in one order, whichever comes first in the file', async () => {
  const analysis = await open()
  const chooses = (per: string, order: 'most' | 'least'): JudgeStep => {
    return { kind: 'choose', key: per, per, most: 1, prefer: [{ column: 'tokens', order }], seed: 0, faults: [] }
  }
  const [one, other] = [chooses('repo', 'most'), chooses('instance_id', 'least')]
  await analysis.putExamples([
    anExample({ id: 'a', repo: 'x', instanceId: '1' }, { tokens: 5 }),
    anExample({ id: 'b', repo: 'x', instanceId: '2' }, { tokens: 3 }),
    anExample({ id: 'c', repo: 'y', instanceId: '1' }, { tokens: 4 }),
  ])
  for (const steps of [
    [one, other],
    [other, one],
  ]) {
    await analysis.judge(aPlan(steps))
    const kept = await analysis.page({ facets: { verdict: ['keep'] } }, null, 0, 10)
    expect(kept.rows.map(({ id }) => id)).toEqual(['b', 'c'])
  }
})

test('the order steps act in is told by what they do', () => {
  const shuffled = anyPlan.chain((plan) =>
    fc.tuple(fc.constant(plan), fc.shuffledSubarray([...plan.steps], { minLength: plan.steps.length })),
  )
  fc.assert(
    fc.property(shuffled, ([plan, steps]) => {
      const deedsOf = (one: JudgePlan) =>
        canonicalOrder(one).flatMap((place) => {
          const { key: _, ...deed } = one.steps[place] ?? { key: '' }
          return 'kind' in deed && deed.kind !== 'drop'
            ? [JSON.stringify(deed, (name, value) => (name === 'only' && value ? [...value].sort() : value))]
            : []
        })
      expect(deedsOf(aPlan(steps))).toEqual(deedsOf(plan))
    }),
    { numRuns: 300 },
  )
})
