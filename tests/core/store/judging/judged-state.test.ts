import { expect, test } from 'vitest'
import type { JudgePlan, JudgeStep } from '#filter'
import type { MeasureInfo } from '#record'
import { type AnalysisStore, openWorkspace } from '#store'
import { anExample, MEASURES, temporaryFolder, workspaceAt } from '../workspace-builder.ts'
import { aDrop, aPlan, dropping } from './plans.ts'

const open = async () => (await workspaceAt(temporaryFolder())).analysis

const ONE_EACH: JudgeStep = { kind: 'choose', key: 'one-each', per: 'repo', most: 1, prefer: [], seed: 0, faults: [] }

/** Three rows of one repository, judged. */
async function openJudged(plan: JudgePlan): Promise<AnalysisStore> {
  const analysis = await open()
  await analysis.putExamples(['a', 'b', 'c'].map((id) => anExample({ id, repo: 'octo/cat' })))
  await analysis.judge(plan)
  return analysis
}

async function keptIn(analysis: AnalysisStore): Promise<string[]> {
  return (await analysis.page({ facets: { verdict: ['keep'] } }, null, 0, 10)).rows.map(({ id }) => id)
}

test('it says by which plan all is judged, from the first judging on', async () => {
  const analysis = await open()
  await analysis.putExamples([anExample({ id: 'a' })])
  expect(await analysis.judgedBy()).toBeNull()
  const plan = dropping('a')
  await analysis.judge(plan)
  expect(await analysis.judgedBy()).toBe(plan.hash)
})

const MANY = [1, 2, 3, 4].map((version): MeasureInfo => ({ ...(MEASURES[0] as MeasureInfo), version }))

test.each<[string, (analysis: AnalysisStore) => Promise<unknown>]>([
  ['a measured row came', (analysis) => analysis.putExamples([anExample({ id: 'd' })])],
  ['a row came again', (analysis) => analysis.putExamples([anExample({ id: 'a' })])],
  ['values came', (analysis) => analysis.putValues(['tokens'], [{ id: 'a', contentHash: 'c1', values: { tokens: 3 } }])],
  ['a measure changed', (analysis) => analysis.useMeasures([...MANY.slice(1, 2), ...MEASURES.slice(1)])],
  ['everything went', (analysis) => analysis.clear()],
])('when %s, not all is judged any more', async (_, change) => {
  const analysis = await openJudged(dropping('a'))
  await change(analysis)
  expect(await analysis.judgedBy()).toBeNull()
})

test('rows that are only indexed, and rows that go, leave verdicts of each row alone as they are', async () => {
  const plan = dropping('a')
  const analysis = await openJudged(plan)
  await analysis.putExamples([{ ...anExample({ id: 'd' }), values: {} }])
  await analysis.removeExamples(['a'])
  expect(await analysis.judgedBy()).toBe(plan.hash)
  expect(await analysis.failedCounts(plan.hash)).toEqual([{ failed: [], faults: [], count: 2 }])
})

test.each<[string, (analysis: AnalysisStore, id: string) => Promise<unknown>]>([
  ['is removed', (analysis, id) => analysis.removeExamples([id])],
  ['is only indexed again', (analysis, id) => analysis.putExamples([{ ...anExample({ id }), values: {} }])],
])('a chosen row that %s makes room for another, which judging finds', async (_, take) => {
  const plan = aPlan([ONE_EACH])
  const analysis = await openJudged(plan)
  const [chosen = ''] = await keptIn(analysis)
  await take(analysis, chosen)
  expect(await analysis.judgedBy()).toBeNull()
  await analysis.judge(plan)
  expect(await keptIn(analysis)).toHaveLength(1)
})

test('a row that comes is judged beside those that were', async () => {
  const analysis = await openJudged(dropping('a', 'd'))
  await analysis.putExamples([anExample({ id: 'd' }), anExample({ id: 'e' })])
  expect(await analysis.row('d')).toMatchObject({ verdict: null })
  await analysis.judge(dropping('a', 'd'))
  expect(await keptIn(analysis)).toEqual(['b', 'c', 'e'])
})

test('what is given up, or cannot be asked, leaves every verdict and its plan', async () => {
  const plan = dropping('a')
  const analysis = await openJudged(plan)
  const isAsked = (other: JudgePlan, signal?: AbortSignal) => analysis.judge(other, { signal })
  await expect(isAsked(dropping('b'), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  const stop = new AbortController()
  const late = isAsked(dropping('b'), stop.signal)
  stop.abort()
  await expect(late).rejects.toMatchObject({ name: 'AbortError' })
  const asks = (column: string) => aPlan([aDrop('odd', { kind: 'compare', column, operator: '==', value: null })])
  for (const column of ['verdict', 'outcome', 'decision', 'note', 'issue_group']) {
    await expect(isAsked(asks(column))).rejects.toMatchObject({ fault: { kind: 'bad-input', culprit: column } })
  }
  await expect(isAsked(asks('nothing'))).rejects.toMatchObject({ fault: { kind: 'bad-input', culprit: 'nothing' } })
  const sixtyOne = Array.from({ length: 61 }, (_, n) => aDrop(`step-${n}`, { kind: 'constant', value: false }))
  await expect(isAsked(aPlan(sixtyOne))).rejects.toMatchObject({ fault: { message: expect.stringContaining('at most 60') } })
  expect(await keptIn(analysis)).toEqual(['b', 'c'])
  expect(await analysis.judgedBy()).toBe(plan.hash)
  expect((await analysis.page({ failing: { steps: ['listed'], how: 'any' } }, null, 0, 10)).total).toBe(1)
})

test('sixty steps are told apart', async () => {
  const steps = Array.from({ length: 60 }, (_, n) => aDrop(`step-${n}`, { kind: 'constant', value: n % 2 === 0 }))
  const analysis = await openJudged(aPlan(steps))
  const even = Array.from({ length: 30 }, (_, n) => 2 * n)
  expect(await analysis.failedCounts(aPlan(steps).hash)).toEqual([{ failed: even, faults: [], count: 3 }])
  expect((await analysis.page({ failing: { steps: ['step-58'], how: 'any' } }, null, 0, 10)).total).toBe(3)
  expect((await analysis.page({ failing: { steps: ['step-59'], how: 'any' } }, null, 0, 10)).total).toBe(0)
})

test('opened again it knows the plan and its steps', async () => {
  const folder = temporaryFolder()
  const before = await openWorkspace(folder, { measures: MEASURES })
  await before.analysis.putExamples([anExample({ id: 'a' }), anExample({ id: 'b' })])
  const plan = dropping('a')
  const counts = await before.analysis.judge(plan)
  await before.close()
  const { analysis } = await workspaceAt(folder)
  expect(await analysis.judgedBy()).toBe(plan.hash)
  expect(await analysis.failedCounts(plan.hash)).toEqual(counts)
  expect(await analysis.failedCounts('another')).toEqual([])
  expect((await analysis.page({ failing: { steps: ['listed'], how: 'alone' } }, null, 0, 10)).rows).toMatchObject([{ id: 'a' }])
})

test('what told of a fault in a check that is no more is told no more', async () => {
  const folder = temporaryFolder()
  const before = await openWorkspace(folder, { measures: MEASURES })
  await before.analysis.putExamples([anExample({ id: 'a' }, { tool: 'stopped' })])
  const plan = aPlan([aDrop('checked', { kind: 'constant', value: false }, ['tool'])])
  expect(await before.analysis.judge(plan)).toEqual([{ failed: [0], faults: [0], count: 1 }])
  await before.close()
  const { analysis } = await workspaceAt(
    folder,
    MEASURES.filter(({ id }) => id !== 'tool'),
  )
  expect(await analysis.judgedBy()).toBeNull()
  expect(await analysis.failedCounts(plan.hash)).toEqual([{ failed: [0], faults: [], count: 1 }])
})
