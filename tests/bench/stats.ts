import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { MEASURE_INFO } from '#measure'
import { DIMENSIONS, type Sort } from '#record'
import { type AnalysisStore, openWorkspace } from '#store'
import { type Figure, quantile, timed } from './figure.ts'
import { measuredRows } from './measured-rows.ts'

const RUNS = 5
/** Of each column, both ways: there are a hundred of them. */
const SORT_RUNS = 3
const HISTOGRAMS = ['traj_tokens', 'n_messages', 'patch_churn']
const SUMMED = ['n_messages', 'n_assistant', 'traj_tokens', 'full_tokens', 'diff_churn', 'calls', 'failed_calls', 'test_runs']
const WINDOWS = [8_192, 16_384, 32_768, 65_536, 131_072]
const CELLS = { x: 'n_messages', y: 'traj_tokens', columns: 96, rows: 64, points: 2000 }
const HAS = { has: { tools: ['think'] } }

/** The most milliseconds each may take at the median: a ratio above 1 breaks a bound. */
const MOST = { query: 150, sort: 300, open: 1000 }

interface Ask {
  what: string
  most: number
  ask(analysis: AnalysisStore): Promise<unknown>
}

const query = (what: string, ask: Ask['ask']): Ask => ({ what, most: MOST.query, ask })

const QUERIES: Ask[] = [
  query('counts of the status bar', (analysis) => analysis.counts()),
  query('every facet and three histograms', (analysis) => analysis.facets({}, HISTOGRAMS)),
  query('the same with a facet ticked', (analysis) => analysis.facets({ facets: { language: ['go'] } }, HISTOGRAMS)),
  query('the same where a tool was called', (analysis) => analysis.facets(HAS, HISTOGRAMS)),
  query('overview', ({ stats }) => stats.overview({})),
  query('overview where a tool was called', ({ stats }) => stats.overview(HAS)),
  query('summary of eight measures', ({ stats }) => stats.summary({}, [], SUMMED)),
  query('turns and tokens by harness and thinking', ({ stats }) =>
    stats.summary({}, ['harness', 'thinking'], ['n_assistant', 'traj_tokens']),
  ),
  query('rates by harness and model', ({ stats }) => stats.rates({}, ['harness', 'model'], 25)),
  query('churn clipped at p97', ({ stats }) => stats.histogram({}, { measure: 'diff_churn', by: 'label', bins: 40, clip: 0.97 })),
  query('share of each context window', ({ stats }) => stats.windows({}, { measure: 'full_tokens', windows: WINDOWS, by: 'language' })),
  query('top tools', ({ stats }) => stats.tally({}, { tally: 'tools', by: null, limit: 12 })),
  ...DIMENSIONS.flatMap((by) => [
    query(`percentiles by ${by}`, ({ stats }) => stats.summary({}, [by], ['full_tokens'])),
    query(`rates by ${by}`, ({ stats }) => stats.rates({}, [by], 25)),
    query(`histogram by ${by}`, ({ stats }) => stats.histogram({}, { measure: 'traj_tokens', by, bins: 40, clip: null })),
    query(`density by ${by}`, ({ stats }) => stats.density({}, { ...CELLS, by })),
    query(`top tools by ${by}`, ({ stats }) => stats.tally({}, { tally: 'tools', by, limit: 12 })),
  ]),
]

/** What a person would type. */
const BARE = `SELECT language, quantile_cont("m:full_tokens", [0.25, 0.5, 0.75, 0.9, 0.95, 0.99]) FROM examples GROUP BY language`

/** Columns of the index and the state; measures come beside them. Tallies have no order. */
const INDEXED = ['id', 'instance_id', 'repo', 'language', 'harness', 'model', 'resolved', 'verdict', 'decision', 'outcome', 'is_measured']

/** What the screens ask of 600,000 measured rows, each beside its bound; and one answer beside the bare statement. */
export async function stats(rows = 600_000): Promise<Figure[]> {
  const folder = await measuredRows(rows)
  const figures = await askAll(folder)
  figures.push(await besideBare(folder))
  return figures.map((figure) => ({ ...figure, what: `${rows.toLocaleString('en')} measured rows: ${figure.what}` }))
}

async function askAll(folder: string): Promise<Figure[]> {
  const opened = performance.now()
  const { analysis, close } = await openWorkspace(folder, { measures: MEASURE_INFO })
  const opening = performance.now() - opened
  try {
    const figures = [bounded('open the workspace', opening, MOST.open)]
    for (const { what, most, ask } of QUERIES) figures.push(bounded(what, await medianOf(() => ask(analysis)), most))
    return [...figures, await slowestSort(analysis)]
  } finally {
    await close()
  }
}

/** One at a time: the file is whoever's has it open. */
async function besideBare(folder: string): Promise<Figure> {
  const { analysis, close } = await openWorkspace(folder, { measures: MEASURE_INFO })
  const ours = await medianOf(() => analysis.stats.summary({}, ['language'], ['full_tokens'])).finally(close)
  const instance = await DuckDBInstance.create(join(folder, 'analysis.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const bare = await medianOf(() => connection.runAndReadAll(BARE))
  connection.closeSync()
  instance.closeSync()
  const what = 'percentiles by language, beside the bare statement'
  return {
    what,
    value: `${ours.toFixed(0)} ms`,
    baseline: 'DuckDB alone, six percentiles grouped',
    baselineValue: `${bare.toFixed(0)} ms`,
    ratio: ours / bare,
  }
}

function bounded(what: string, median: number, most: number): Figure {
  return { what, value: `${median.toFixed(0)} ms`, baseline: 'the most it may be', baselineValue: `${most} ms`, ratio: median / most }
}

/** Every column, both ways: the slowest median is told. */
async function slowestSort(analysis: AnalysisStore): Promise<Figure> {
  const measures = MEASURE_INFO.filter(({ type, isInternal }) => type !== 'tally' && !isInternal).map(({ id }) => id)
  const sorts: Sort[] = [...new Set([...INDEXED, ...measures])].flatMap((column) =>
    [true, false].map((descending) => ({ column, descending })),
  )
  let slowest = { name: '', median: 0 }
  for (const sort of sorts) {
    const median = await medianOf(() => analysis.page({}, sort, 0, 100), SORT_RUNS)
    if (median > slowest.median) slowest = { name: `${sort.column}${sort.descending ? ', descending' : ''}`, median }
  }
  return bounded(`the first page by the slowest of ${sorts.length / 2} columns (${slowest.name})`, slowest.median, MOST.sort)
}

async function medianOf(work: () => Promise<unknown>, runs = RUNS): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await timed(work))
  return quantile(times, 0.5)
}
