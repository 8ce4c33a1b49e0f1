import type { Stats } from '../../../src/cli/read-stats.ts'
import { countBins, countCells } from './bins.ts'
import { momentsOf, percentileOf, shareOf } from './numbers.ts'
import { groupsOf, type TableRow, valuesOf } from './table-rows.ts'

/** Groups and keys told one by one. */
const MOST_GROUPS = 24
const MOST_KEYS = 20

/** What was asked. */
export interface Asked {
  where: string | null
  by: string | null
  least: number
  windows: readonly number[]
}

/**
 * Every number of `winnow stats`, by plain loops over the rows of the analysis CSV. Of the answer itself only what was asked is taken: which
 * measures and tallies, and where the axes lie.
 */
export function recomputeStats(rows: readonly TableRow[], asked: Asked, told: Stats) {
  const by = asked.by === null ? [] : [asked.by]
  return {
    where: asked.where,
    by: asked.by,
    overview: overviewOf(rows),
    summary: summaryOf(rows, by, told.summary.measures),
    languages: summaryOf(rows, ['language'], told.languages.measures),
    rates: {
      byLanguage: ratesOf(rows, ['language'], asked.least),
      byHarnessAndModel: ratesOf(rows, ['harness', 'model'], asked.least),
    },
    histograms: told.histograms.map(({ axis, edges }) => ({
      axis,
      edges,
      ...limited(groupsOf(rows, by).map((group) => ({ keys: group.keys, ...countBins(valuesOf(group.rows, axis.measure), edges) }))),
    })),
    density: densityOf(rows, told.density),
    windows: told.windows.map(({ measure }) => windowsOf(rows, by, measure, asked.windows)),
    toolTurns: summaryOf(rows, ['label'], ['n_tool']),
    turns: summaryOf(rows, ['harness', 'thinking'], told.turns.measures),
    tallies: told.tallies.map(({ tally, amounts }) => tallyOf(rows, by, tally, amounts)),
  }
}

function limited<Group>(groups: Group[]): { groups: Group[]; groupsLeftOut: number } {
  return { groups: groups.slice(0, MOST_GROUPS), groupsLeftOut: Math.max(0, groups.length - MOST_GROUPS) }
}

function overviewOf(rows: readonly TableRow[]) {
  const sum = (measure: string) => valuesOf(rows, measure).reduce((a, b) => a + b, 0)
  const median = (measure: string) => percentileOf(sorted(rows, measure), 50)
  return {
    examples: rows.length,
    measured: rows.length,
    resolved: labelShare(rows),
    medianTokens: rows.length === 0 ? null : median('traj_tokens'),
    medianMessages: rows.length === 0 ? null : median('n_messages'),
    failedCalls: shareOf(sum('failed_calls'), sum('calls')),
    testedAfterLastEdit: shareOf(sum('tests_after_last_edit'), valuesOf(rows, 'tests_after_last_edit').length),
  }
}

function labelShare(rows: readonly TableRow[]) {
  const labelled = rows.filter((row) => row.known_label === 'True')
  return shareOf(labelled.filter((row) => row.is_resolved === 'True').length, labelled.length)
}

function sorted(rows: readonly TableRow[], measure: string): number[] {
  return valuesOf(rows, measure).sort((a, b) => a - b)
}

const PERCENTILES = [25, 50, 75, 90, 95, 99]

function summaryOf(rows: readonly TableRow[], by: string[], measures: readonly string[]) {
  const groups = groupsOf(rows, by).map((group) => ({
    keys: group.keys,
    examples: group.rows.length,
    measured: group.rows.length,
    cells: measures.map((measure) => cellOf(sorted(group.rows, measure))),
  }))
  return { by, measures, percentiles: PERCENTILES, ...limited(groups) }
}

function cellOf(values: readonly number[]) {
  return {
    count: values.length,
    ...momentsOf(values),
    min: values[0] ?? null,
    max: values.at(-1) ?? null,
    percentiles: values.length === 0 ? null : PERCENTILES.map((p) => percentileOf(values, p)),
  }
}

function ratesOf(rows: readonly TableRow[], by: string[], least: number) {
  const groups = groupsOf(rows, by).map((group) => ({
    keys: group.keys,
    examples: group.rows.length,
    resolved: labelShare(group.rows),
  }))
  const hidden = groups.filter(({ resolved }) => resolved.n < least)
  return {
    least,
    groups: groups.filter(({ resolved }) => resolved.n >= least),
    hidden: { groups: hidden.length, labelled: hidden.reduce((sum, { resolved }) => sum + resolved.n, 0) },
    all: labelShare(rows),
  }
}

function densityOf(rows: readonly TableRow[], { x, y, columns, rows: lines }: Stats['density']) {
  const whole = rows.filter((row) => row[x.measure] !== '' && row[y.measure] !== '')
  const groups = groupsOf(whole, ['label']).map((group) => ({
    keys: group.keys,
    n: group.rows.length,
    cells: countCells(valuesOf(group.rows, x.measure), valuesOf(group.rows, y.measure), { x, y, columns, lines }),
  }))
  return { x, y, columns, rows: lines, n: whole.length, ...limited(groups), points: whole.length === 0 ? [] : null }
}

function windowsOf(rows: readonly TableRow[], by: string[], measure: string, windows: readonly number[]) {
  const groups = groupsOf(rows, by).map((group) => {
    const values = valuesOf(group.rows, measure)
    return { keys: group.keys, n: values.length, fits: windows.map((size) => values.filter((value) => value <= size).length) }
  })
  return { measure, windows, ...limited(groups) }
}

function tallyOf(rows: readonly TableRow[], by: string[], tally: string, amounts: readonly string[]) {
  const groups = groupsOf(rows, by)
  const all = sumsOf(rows, tally, amounts)
  const inGroups = groups.map((group) => sumsOf(group.rows, tally, amounts))
  const none = { examples: 0, amounts: amounts.map(() => 0) }
  const keys = [...all.keys()].sort((a, b) => first(all, b) - first(all, a) || (a < b ? -1 : 1))
  return {
    tally,
    amounts,
    total: amounts.map((_, place) => [...all.values()].reduce((sum, one) => sum + (one.amounts[place] ?? 0), 0)),
    keyCount: all.size,
    rows: keys.slice(0, MOST_KEYS).map((key) => ({
      key,
      ...(all.get(key) ?? none),
      groups: by.length === 0 ? [] : inGroups.slice(0, MOST_GROUPS).map((sums) => sums.get(key) ?? none),
    })),
    groups: groups.slice(0, MOST_GROUPS).map((group) => ({ keys: group.keys, measured: group.rows.length })),
  }
}

type Sums = Map<string, { examples: number; amounts: number[] }>

function sumsOf(rows: readonly TableRow[], tally: string, amounts: readonly string[]): Sums {
  const sums: Sums = new Map()
  for (const row of rows) {
    const entries = Object.entries(JSON.parse(row[tally] || '{}') as Record<string, Record<string, number>>)
    for (const [key, counted] of entries) {
      const sum = sums.get(key) ?? { examples: 0, amounts: amounts.map(() => 0) }
      sum.examples += 1
      sum.amounts = sum.amounts.map((amount, place) => amount + (counted[amounts[place] ?? ''] ?? 0))
      sums.set(key, sum)
    }
  }
  return sums
}

function first(sums: Sums, key: string): number {
  return sums.get(key)?.amounts[0] ?? 0
}
