import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Expression, JudgePlan, JudgeStep } from '#filter'
import { faultMeasure, MEASURE_INFO } from '#measure'
import { type AnalysisStore, openWorkspace } from '#store'
import { aDrop, aPlan } from '../core/store/judging/plans.ts'
import { anExample } from '../core/store/workspace-builder-data.ts'
import { type Figure, quantile, timed } from './figure.ts'
import { measuredRows } from './measured-rows.ts'

const RUNS = 5

/** The most milliseconds each may take at the median: a ratio above 1 breaks a bound. */
const MOST = { judging: 2000, query: 150, rows: 300, one: 200, grouping: 60_000 }

const HISTOGRAMS = ['traj_tokens', 'diff_churn']

const over = (column: string, value: number): Expression => ({ kind: 'compare', column, operator: '>', value })
const FAULTS = [faultMeasure('git-history'), faultMeasure('loops')].filter((id) => MEASURE_INFO.some((info) => info.id === id))

/** Ten conditions of the sort recipes have. Another token limit is another recipe, which moves a third of all rows. */
export function tenDrops(tokens: number): JudgeStep[] {
  return [
    aDrop('resolved-label', { kind: 'compare', column: 'resolved', operator: '==', value: 0 }),
    aDrop('token-limit', over('traj_tokens', tokens)),
    aDrop('languages', { kind: 'not', operand: { kind: 'in', column: 'language', values: ['python', 'go', 'rust', 'java', 'php'] } }),
    aDrop('patch-present', { kind: 'compare', column: 'diff_files', operator: '==', value: 0 }),
    aDrop('patch-size', over('diff_churn', 4000)),
    aDrop('steps', over('steps', 200)),
    aDrop('failed-calls', over('failed_calls', 60), FAULTS.slice(0, 1)),
    aDrop('no-tests', { kind: 'compare', column: 'test_runs', operator: '==', value: 0 }, FAULTS.slice(1)),
    aDrop('test-files', over('diff_test_files', 400)),
    aDrop('short', { kind: 'compare', column: 'n_messages', operator: '<', value: 20 }),
  ]
}

/** The same with the two kinds that choose: the shortest two of each instance, and no language above a fifth. */
function withChoosing(tokens: number): JudgeStep[] {
  const prefer = [{ column: 'traj_tokens', order: 'least' as const }]
  return [
    ...tenDrops(tokens).filter(({ key }) => key !== 'resolved-label'),
    { kind: 'choose', key: 'per-instance', per: 'instance_id', most: 2, prefer, seed: 0, faults: [] },
    { kind: 'share', key: 'language-share', of: 'language', most: 0.2, only: null, seed: 0, faults: [] },
  ]
}

/** The most that can be put in order: every row is in a group, and no step drops one before. */
const ONE_AN_ISSUE: JudgeStep = {
  kind: 'choose',
  key: 'similar-issues',
  per: 'issue_group',
  most: 1,
  prefer: [
    { column: 'resolved', order: 'most' },
    { column: 'traj_tokens', order: 'least' },
  ],
  seed: 0,
  faults: [],
}

/** Two recipes in turn, so that every run changes verdicts. */
const inTurn = (stepsOf: (tokens: number) => JudgeStep[]): JudgePlan[] => [24_000, 32_000].map((tokens) => aPlan(stepsOf(tokens)))

/** How long 600,000 measured rows take to be judged anew after a recipe change, drafted, and asked what they fail. */
export async function judging(rows = 600_000): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-judging-'))
  try {
    await cp(await measuredRows(rows), folder, { recursive: true })
    const { analysis, close } = await openWorkspace(folder, { measures: MEASURE_INFO })
    const figures = await askAll(analysis).finally(close)
    return figures.map((figure) => ({ ...figure, what: `${rows.toLocaleString('en')} measured rows: ${figure.what}` }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function askAll(analysis: AnalysisStore): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [what, plans] of [
    ['ten steps that drop', inTurn(tenDrops)],
    ['nine that drop, two an instance, and shares of languages', inTurn(withChoosing)],
  ] as const) {
    figures.push(await figureOf(`judged anew by ${what}`, MOST.judging, plans, (plan) => analysis.judge(plan)))
    figures.push(await figureOf(`a draft of ${what}`, MOST.judging, [...plans].reverse(), (plan) => analysis.draft(plan)))
  }
  const hash = (await analysis.judgedBy()) ?? ''
  const failing = { steps: ['token-limit', 'short'], how: 'first' as const }
  const query = (what: string, ask: () => Promise<unknown>, most = MOST.rows) => figureOf(what, most, [aPlan([])], ask)
  return [
    ...figures,
    await query('what fails which steps', () => analysis.failedCounts(hash), MOST.query),
    await query('what one step does', () => analysis.insight('token-limit')),
    await query('a page of those two steps drop first', () => analysis.page({ failing }, null, 0, 100)),
    await query('a page of those the draft would keep', () => analysis.page({ moved: 'kept' }, null, 0, 100)),
    await query('every facet and two histograms of them', () => analysis.facets({ moved: 'kept' }, HISTOGRAMS), MOST.query),
    await query('overview of them', () => analysis.stats.overview({ moved: 'kept' }), MOST.query),
    await query('every facet and two histograms of those that fail', () => analysis.facets({ failing }, HISTOGRAMS), MOST.query),
    await query('overview of them', () => analysis.stats.overview({ failing }), MOST.query),
    await groupingFigure(analysis),
    await figureOf('a draft of one an issue of all of them, nothing dropped', MOST.judging, [aPlan([ONE_AN_ISSUE])], (plan) =>
      analysis.draft(plan),
    ),
    await query('a row more, put, judged by steps that drop', () => judgeOneMore(analysis), MOST.one),
  ]
}

/** Once: they are kept until rows change. */
async function groupingFigure(analysis: AnalysisStore): Promise<Figure> {
  const before = process.cpuUsage()
  const wall = await timed(() => analysis.groupDuplicates())
  const { user, system } = process.cpuUsage(before)
  const value = `${(wall / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time)`
  return {
    what: 'groups of duplicates made anew, behind a progress bar',
    value,
    baseline: 'the most it may be',
    baselineValue: `${MOST.grouping / 1000} s`,
    ratio: wall / MOST.grouping,
  }
}

let put = 0

/** What a person waits for who opens a row that was only indexed, when it has been fetched and measured. */
async function judgeOneMore(analysis: AnalysisStore): Promise<void> {
  const plan = aPlan(tenDrops(24_000))
  if (put === 0) await analysis.judge(plan)
  await analysis.putExamples([anExample({ id: `one-more-${put++}` }, { traj_tokens: 30_000 })])
  await analysis.judge(plan)
}

/** Median wall clock, and the processor's time beside it: where others load the machine the first is longer. */
async function figureOf(
  what: string,
  most: number,
  plans: readonly JudgePlan[],
  ask: (plan: JudgePlan) => Promise<unknown>,
): Promise<Figure> {
  const [walls, cpus]: [number[], number[]] = [[], []]
  for (let run = 0; run < RUNS * plans.length; run++) {
    const plan = plans[run % plans.length]
    if (!plan) break
    const before = process.cpuUsage()
    walls.push(await timed(() => ask(plan)))
    const { user, system } = process.cpuUsage(before)
    cpus.push((user + system) / 1000)
  }
  const [wall, cpu] = [quantile(walls, 0.5), quantile(cpus, 0.5)]
  const value = `${wall.toFixed(0)} ms (${cpu.toFixed(0)} ms of processor time)`
  return { what, value, baseline: 'the most it may be', baselineValue: `${most} ms`, ratio: wall / most }
}
