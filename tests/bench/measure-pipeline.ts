import { availableParallelism } from 'node:os'
import { createMeasurePool, DEFAULT_PLAN, type MeasureJob, subjectOf } from '#measure'
import type { Example, RawRow } from '#record'
import { lastEvent, openWorkbench, WORKER_URL } from '../support/open-workbench.ts'
import { exampleOf, rowsOf } from './examples-of.ts'
import { type Figure, timed } from './figure.ts'

/** Rounds over the same rows, so that what the pools gain is not lost in starting them. */
const ROUNDS = 5

/** What the whole way of a row costs beside the counting of its tokens, and what a second worker gains. */
export async function measurePipeline(folder: string): Promise<Figure[]> {
  const rows = await rowsOf(folder)
  const examples = rows.map(exampleOf)
  return [await besideCounting(folder, examples), await secondWorker(rows)]
}

/** Reading, parsing, every measure, both databases and the verdicts, as `add` does it, beside the token counts it makes. Both from a cold start. */
async function besideCounting(folder: string, examples: readonly Example[]): Promise<Figure> {
  const counting = await timed(async () => {
    for (const example of examples) countTokens(example)
  })
  const bench = await openWorkbench()
  const whole = await timed(async () => lastEvent(await bench.client.source.add({ source: folder })))
  await bench.remove()
  return {
    what: `${examples.length} rows from file to read, parsed, measured, stored in both databases and judged (workers: ${Math.max(1, availableParallelism() - 1)})`,
    value: `${perRow(whole, examples)} ms a row`,
    baseline: 'all token counts that takes, alone, on one core, from a cold start',
    baselineValue: `${perRow(counting, examples)} ms a row`,
    ratio: whole / counting,
  }
}

/** Every count the measures ask for. */
function countTokens(example: Example): void {
  const { tokens, modelTokens } = subjectOf(example)
  if (tokens.joined < 0 || modelTokens.definitions < 0) throw new Error('a count below zero')
}

async function secondWorker(rows: readonly RawRow[]): Promise<Figure> {
  const jobs = rows.map(({ ref, hints, value }, ticket) => ({ ticket, ref, hints, body: JSON.stringify(value), plan: DEFAULT_PLAN }))
  const one = await poolTime(jobs, 1)
  const two = await poolTime(jobs, 2)
  const rate = (ms: number): string => `${((jobs.length * ROUNDS) / (ms / 1000)).toFixed(0)} rows/s`
  return {
    what: `parsing and measuring with 2 workers, ${availableParallelism()} processors`,
    value: rate(two),
    baseline: 'the same rows with 1 worker',
    baselineValue: rate(one),
    ratio: two / one,
  }
}

/** Rounds after the first, for which the threads start and load. */
async function poolTime(jobs: readonly MeasureJob[], size: number): Promise<number> {
  const pool = createMeasurePool({ workerUrl: WORKER_URL, size })
  const round = () => Promise.all(jobs.map((job) => pool.measure(job)))
  await round()
  const time = await timed(async () => {
    for (let n = 0; n < ROUNDS; n++) await round()
  })
  await pool.close()
  return time
}

function perRow(ms: number, rows: readonly unknown[]): string {
  return (ms / rows.length).toFixed(1)
}
