import { MEASURE_INFO } from '#measure'
import { DIMENSIONS, type Sort } from '#record'
import { type AnalysisStore, openWorkspace } from '#store'
import { type Figure, quantile, timed } from './figure.ts'
import { measuredRows } from './measured-rows.ts'

const RUNS = 5
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

/** Columns of the index and the state; measures come beside them. Tallies have no order. */
const INDEXED = ['id', 'instance_id', 'repo', 'language', 'harness', 'model', 'resolved', 'verdict', 'decision', 'outcome', 'is_measured']

/** What the screens ask of 600,000 measured rows, each beside its bound. */
export async function stats(rows = 600_000): Promise<Figure[]> {
  const folder = await measuredRows(rows)
  const opened = performance.now()
  const { analysis, close } = await openWorkspace(folder, { measures: MEASURE_INFO })
  const opening = performance.now() - opened
  try {
    const figures = [bounded('open the workspace', opening, MOST.open)]
    for (const { what, most, ask } of QUERIES) figures.push(bounded(what, await medianOf(() => ask(analysis)), most))
    figures.push(await slowestSort(analysis))
    return figures.map((figure) => ({ ...figure, what: `${rows.toLocaleString('en')} measured rows: ${figure.what}` }))
  } finally {
    await close()
  }
}

function bounded(what: string, median: number, most: number): Figure {
  return { what, value: `${median.toFixed(0)} ms`, baseline: 'the most it may be', baselineValue: `${most} ms`, ratio: median / most }
}

/** Every column, both ways: the slowest median is told. */
async function slowestSort(analysis: AnalysisStore): Promise<Figure> {
  const measures = MEASURE_INFO.filter(({ type }) => type !== 'tally').map(({ id }) => id)
  const sorts: Sort[] = [...new Set([...INDEXED, ...measures])].flatMap((column) =>
    [true, false].map((descending) => ({ column, descending })),
  )
  let slowest = { name: '', median: 0 }
  for (const sort of sorts) {
    const median = await medianOf(() => analysis.page({}, sort, 0, 100))
    if (median > slowest.median) slowest = { name: `${sort.column}${sort.descending ? ', descending' : ''}`, median }
  }
  return bounded(`the first page by the slowest of ${sorts.length / 2} columns (${slowest.name})`, slowest.median, MOST.sort)
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) times.push(await timed(work))
  return quantile(times, 0.5)
}
