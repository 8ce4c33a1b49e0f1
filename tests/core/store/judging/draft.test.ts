import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnalysisStore } from '#store'
import { anExample, temporaryFolder, workspaceAt } from '../workspace-builder.ts'
import { naiveJudge } from './naive-judge.ts'
import { anyPlan, aPlan, dropping } from './plans.ts'
import { anyRows, failedOf, fill } from './rows.ts'

const open = async () => (await workspaceAt(temporaryFolder())).analysis

async function movedIn(analysis: AnalysisStore, moved: 'kept' | 'dropped'): Promise<string[]> {
  return (await analysis.page({ moved }, null, 0, 100)).rows.map(({ id }) => id)
}

test('a draft says what judging would do, moves nothing, and remembers whom it would move', { timeout: 60_000 }, async () => {
  const analysis = await open()
  await fc.assert(
    fc.asyncProperty(anyRows, anyPlan, anyPlan, async (rows, plan, other) => {
      await fill(analysis, rows)
      await analysis.judge(plan)
      const before = await failedOf(analysis)
      const { counts, newlyKept, newlyDropped, leaving } = await analysis.draft(other)
      const [held, drafted] = [naiveJudge(rows, plan), naiveJudge(rows, other)]
      const isKept = (said: typeof held, id: string) => said[id]?.failed.length === 0
      const kept = rows.map(({ id }) => id).filter((id) => held[id] && !isKept(held, id) && isKept(drafted, id))
      const dropped = rows.map(({ id }) => id).filter((id) => isKept(held, id) && !isKept(drafted, id))
      expect({ newlyKept, newlyDropped }).toEqual({ newlyKept: kept.length, newlyDropped: dropped.length })
      expect(leaving).toEqual(dropped.slice(0, 8).map((id) => ({ id, ...drafted[id] })))
      expect(await movedIn(analysis, 'kept')).toEqual(kept)
      expect(await movedIn(analysis, 'dropped')).toEqual(dropped)
      expect(await failedOf(analysis)).toEqual(before)
      expect(await analysis.judge(other)).toEqual(counts)
      expect(await movedIn(analysis, 'kept')).toEqual([])
    }),
    { numRuns: 15 },
  )
})

test('of two drafts at once the last one is remembered, and one given up is not', async () => {
  const analysis = await open()
  await analysis.putExamples(['a', 'b', 'c'].map((id) => anExample({ id })))
  await analysis.judge(aPlan([]))
  await Promise.all([analysis.draft(dropping('a')), analysis.draft(dropping('b', 'c'))])
  expect(await movedIn(analysis, 'dropped')).toEqual(['b', 'c'])
  const givenUp = analysis.draft(dropping('a'), { signal: AbortSignal.abort() })
  await expect(givenUp).rejects.toMatchObject({ name: 'AbortError' })
  expect(await movedIn(analysis, 'dropped')).toEqual(['b', 'c'])
})

test('rows that were never judged move neither way', async () => {
  const analysis = await open()
  await analysis.putExamples([anExample({ id: 'a' }), anExample({ id: 'b' })])
  expect(await analysis.draft(dropping('a'))).toEqual({
    counts: [
      { failed: [], faults: [], count: 1 },
      { failed: [0], faults: [], count: 1 },
    ],
    newlyKept: 0,
    newlyDropped: 0,
    leaving: [],
  })
  expect(await movedIn(analysis, 'kept')).toEqual([])
})
