import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { type AnalysisStore, openWorkspace } from '#store'
import { aPlan } from '../core/store/judging/plans.ts'
import { anExample, MEASURES } from '../core/store/workspace-builder-data.ts'
import { type Figure, quantile, timed } from './figure.ts'

const ROWS = 100_000
const BATCH = 500
const RUNS = 9

/** What a screen asks of the table, and the plainest SQL over the same file that has to look at as much. */
interface Ask {
  what: string
  ours(analysis: AnalysisStore): Promise<unknown>
  baseline: string
  sql: string
}

const ASKS: Ask[] = [
  {
    what: `put the last ${BATCH} of them`,
    ours: (analysis) => analysis.putExamples(rowsOf(ROWS - BATCH, ROWS)),
    baseline: `\`CREATE TABLE … AS\` of ${BATCH} rows`,
    sql: `CREATE OR REPLACE TEMP TABLE copied AS FROM examples LIMIT ${BATCH}`,
  },
  pageBy('tokens', '"m:tokens"'),
  pageBy('outcome', 'id'),
  {
    what: 'a page of what a text finds',
    ours: (analysis) => analysis.page({ text: 'CAT-42' }, null, 0, 100),
    baseline: 'a bare `count(*)` where the repository holds the text',
    sql: "SELECT count(*) FROM examples WHERE contains(lower(repo), 'cat-42')",
  },
  {
    what: 'every facet and two histograms, one facet ticked',
    ours: (analysis) => analysis.facets({ facets: { language: ['go'] } }, ['tokens', 'ratio']),
    baseline: 'a bare `count(*)` by language',
    sql: 'SELECT language, count(*) FROM examples GROUP BY language',
  },
  {
    what: 'the neighbours of a row',
    ours: (analysis) => analysis.neighbours('row-5', {}, null),
    baseline: 'a bare `row_number()` over the ids',
    sql: 'SELECT max(place) FROM (SELECT row_number() OVER (ORDER BY id) AS place FROM examples)',
  },
]

function pageBy(column: string, bareColumn: string): Ask {
  return {
    what: `the page in the middle, by ${column}`,
    ours: (analysis) => analysis.page({}, { column, descending: true }, ROWS / 2, 100),
    baseline: 'a bare `SELECT id … ORDER BY … LIMIT 100` as far down',
    sql: `SELECT id FROM examples ORDER BY ${bareColumn} DESC LIMIT 100 OFFSET ${ROWS / 2}`,
  }
}

/** Milliseconds a table of 100,000 rows takes for what the screens ask of it, each beside bare SQL over the same file. */
export async function table(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-table-'))
  try {
    const ours = await timeOurs(folder)
    const bare = await timeBare(join(folder, 'analysis.duckdb'))
    return ASKS.map(({ what, baseline }, n) => figureOf(what, baseline, ours[n] ?? Number.NaN, bare[n] ?? Number.NaN))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function figureOf(what: string, baseline: string, ours: number, bare: number): Figure {
  const value = `${ours.toFixed(0)} ms`
  return { what: `100,000 rows: ${what} (median of ${RUNS})`, value, baseline, baselineValue: `${bare.toFixed(1)} ms`, ratio: ours / bare }
}

async function timeOurs(folder: string): Promise<number[]> {
  const { analysis, close } = await openWorkspace(folder, { measures: MEASURES })
  try {
    await analysis.putExamples(rowsOf(0, ROWS))
    await analysis.judge(aPlan([]))
    return await mediansOf((ask) => ask.ours(analysis))
  } finally {
    await close()
  }
}

async function timeBare(path: string): Promise<number[]> {
  const instance = await DuckDBInstance.create(path)
  const connection: DuckDBConnection = await instance.connect()
  try {
    return await mediansOf((ask) => connection.runAndReadAll(ask.sql))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

async function mediansOf(work: (ask: Ask) => Promise<unknown>): Promise<number[]> {
  const medians: number[] = []
  for (const ask of ASKS) {
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) times.push(await timed(() => work(ask)))
    medians.push(quantile(times, 0.5))
  }
  return medians
}

/** Rows whose ids, repositories and numbers come in no order of their own. */
function rowsOf(from: number, to: number) {
  return Array.from({ length: to - from }, (_, at) => {
    const n = from + at
    const language = ['go', 'python', 'rust'][n % 3] ?? null
    const index = { id: `row-${(n * 7919) % ROWS}`, language, repo: `octo/cat-${n % 500}`, contentHash: `c${n}` }
    return anExample(index, { tokens: (n * 31) % 70_001, ratio: n / 7 })
  })
}
