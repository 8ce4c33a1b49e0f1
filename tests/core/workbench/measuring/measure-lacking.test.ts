import { expect, onTestFinished, test } from 'vitest'
import { MEASURE_INFO, type MeasurePool } from '#measure'
import type { Measurements } from '#record'
import { measureJob } from '../../../../src/core/measure/measure-job.ts'
import { type Desk, openDesk } from '../../../../src/core/workbench/desk.ts'
import { rebuildAnalysis } from '../../../../src/core/workbench/rebuild-analysis.ts'
import { recipeInForce } from '../../../../src/core/workbench/recipe-in-force.ts'
import { closeSession } from '../../../../src/core/workbench/session.ts'
import { hostIn } from '../../../support/open-workbench.ts'
import { buildR1 } from '../../../support/rows.ts'
import { temporaryFolder } from '../../store/workspace-builder.ts'

const ROWS = 130
const never = new AbortController().signal

/** A pool that measures on the spot, and remembers what it was asked to compute of each row. */
function countingPool() {
  const asked: (readonly string[] | null)[] = []
  const pool: MeasurePool = {
    size: 1,
    close: async () => undefined,
    findings: async () => [],
    measure: async (job, signal) => {
      signal?.throwIfAborted()
      asked.push(job.plan.only)
      const answer = measureJob(job)
      if (answer.kind === 'fault') throw new Error(answer.fault.message)
      return answer
    },
  }
  return { asked, pool }
}

/** A desk with rows of a Hub source, measured and judged. */
async function openMeasured() {
  const opened = await openDesk(hostIn(temporaryFolder()))
  const { asked, pool } = countingPool()
  const desk: Desk = { ...opened, pool }
  onTestFinished(async () => {
    await closeSession(desk.session)
    await opened.pool.close()
  })
  const { record } = desk.session.workspace
  const { id: sourceId } = record.addSource({ uri: 'hf://datasets/o/n', kind: 'hub', revision: 'r1' }, '2026-01-01T00:00:00Z')
  for (let row = 0; row < ROWS; row += 1) {
    const ref = { sourceId, uri: 'hf://datasets/o/n', revision: 'r1', file: 'a.jsonl', row }
    const hints = { config: 'openhands', split: 'minimax_m25' }
    const body = JSON.stringify(buildR1({ trajectory_id: `t${row}`, instance_id: `i${row}` }))
    const answer = measureJob({ ticket: row, ref, hints, body, plan: { ...desk.session.plan, only: [] } })
    if (answer.kind !== 'measured') throw new Error('the row must parse')
    const progress = { path: 'a.jsonl', nextRow: row + 1, isDone: row === ROWS - 1, isIndexed: true }
    record.putRows(sourceId, progress, [{ raw: { ref, hints }, body, index: answer.index }], [])
  }
  await rebuildAnalysis(desk, never)
  asked.length = 0
  return { desk, asked, record, analysis: desk.session.workspace.analysis }
}

const changed = (id: string) => MEASURE_INFO.map((info) => (info.id === id ? { ...info, version: info.version + 1 } : info))

async function valuesOf({ session }: Desk): Promise<Map<string, Measurements>> {
  const { rows } = await session.workspace.analysis.page({}, null, 0, 1_000)
  return new Map(rows.map(({ id, values }) => [id, values]))
}

test('a changed measure alone is computed, once a row, and every value is there again', async () => {
  const { desk, asked, analysis } = await openMeasured()
  const before = await valuesOf(desk)
  await analysis.useMeasures(changed('n_messages'))
  expect([...(await valuesOf(desk)).values()].every((values) => values.n_messages === null)).toBe(true)
  await rebuildAnalysis(desk, never)
  expect(asked).toEqual(Array.from({ length: ROWS }, () => ['n_messages']))
  expect(await valuesOf(desk)).toEqual(before)
  expect(await analysis.countLacking()).toBe(0)
  expect(await analysis.judgedBy()).toBe((await recipeInForce(desk)).hash)
})

test('stopped in the midst it goes on with the others, and computes none twice', async () => {
  const { desk, asked, analysis } = await openMeasured()
  const before = await valuesOf(desk)
  await analysis.useMeasures(changed('steps'))
  const stop = new AbortController()
  const { pool } = desk
  const stopping: MeasurePool = {
    ...pool,
    measure: (job, signal) => {
      if (asked.length === 70) stop.abort()
      return pool.measure(job, signal)
    },
  }
  await expect(rebuildAnalysis({ ...desk, pool: stopping }, stop.signal)).rejects.toThrow()
  const left = await analysis.countLacking('steps')
  expect(left).toBe(ROWS - 64)
  asked.length = 0
  await rebuildAnalysis(desk, never)
  expect(asked).toHaveLength(left)
  expect(await valuesOf(desk)).toEqual(before)
})

test('a row that is not here keeps its other values, and is among those to measure', async () => {
  const { desk, asked, record, analysis } = await openMeasured()
  const before = await valuesOf(desk)
  await analysis.useMeasures(changed('n_messages'))
  record.evictBodies(0)
  await rebuildAnalysis(desk, never)
  expect(asked).toEqual([])
  const lacking = [...(await valuesOf(desk))]
  expect(lacking).toEqual([...before].map(([id, values]) => [id, { ...values, n_messages: null }]))
  expect(await analysis.unmeasured({})).toHaveLength(ROWS)
  expect(await analysis.counts()).toMatchObject({ measured: ROWS })
})

test('rows that lack different measures are each asked for their own', async () => {
  const { desk, asked, analysis } = await openMeasured()
  await analysis.useMeasures(changed('n_messages'))
  const [first] = await analysis.lacking(null, 1)
  if (!first) throw new Error('every row must lack it')
  await analysis.putValues(['n_messages'], [{ ...first, values: { n_messages: 3 } }])
  await analysis.useMeasures(changed('n_messages').map((info) => (info.id === 'steps' ? { ...info, version: 9 } : info)))
  await rebuildAnalysis(desk, never)
  expect(asked.filter((only) => only?.length === 2)).toHaveLength(ROWS - 1)
  expect(asked.filter((only) => only?.join() === 'steps')).toHaveLength(1)
  expect((await analysis.row(first.id))?.values.n_messages).toBe(3)
})
