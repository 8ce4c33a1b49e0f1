import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JudgePlan } from '#filter'
import { temporaryFolder, workspaceAt } from '../workspace-builder.ts'
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
