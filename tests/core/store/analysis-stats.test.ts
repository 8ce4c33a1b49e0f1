import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dimension, MOST_GROUPS, PERCENTILES, type Share, type SummaryCell } from '#record'
import type { AnalysisStore } from '#store'
import {
  compareKeys,
  deviation,
  fill,
  groupsOf,
  numbersOf,
  percentile,
  STATS_MEASURES,
  type StatsRow,
  statsRows,
} from './analysis-stats-rows.ts'
import { temporaryFolder, workspaceAt } from './workspace-builder.ts'

const RUNS = { numRuns: 30 }
const dimension = fc.option(fc.constantFrom<Dimension>('label', 'outcome', 'language', 'model', 'thinking'))
const numeric = fc.constantFrom('tokens', 'ratio', 'n_messages')

/** Runs a comparison over many tables. */
async function overTables(check: (analysis: AnalysisStore, rows: StatsRow[], by: Dimension | null, measure: string) => Promise<void>) {
  const { analysis } = await workspaceAt(temporaryFolder(), STATS_MEASURES)
  await fc.assert(
    fc.asyncProperty(statsRows, dimension, numeric, async (rows, by, measure) => check(analysis, await fill(analysis, rows), by, measure)),
    RUNS,
  )
}

const keysOf = (by: Dimension | null) => (by ? [by as keyof StatsRow] : [])
const measuredOf = (rows: readonly StatsRow[]) => rows.filter(({ values }) => values !== null)
const first = <T>(groups: readonly T[]) => groups.slice(0, MOST_GROUPS)

function expectShare(share: Share, hits: number, n: number) {
  expect(share).toMatchObject({ hits, n, rate: n === 0 ? null : hits / n })
}

test('the overview counts examples, and takes medians and shares of measured ones', () =>
  overTables(async (analysis, rows) => {
    const overview = await analysis.stats.overview({})
    const median = (id: string) => (numbersOf(rows, id).length === 0 ? null : percentile(numbersOf(rows, id), 0.5))
    const sum = (id: string) => numbersOf(rows, id).reduce((total, value) => total + value, 0)
    expect(overview).toMatchObject({ examples: rows.length, measured: measuredOf(rows).length })
    expect([overview.medianTokens, overview.medianMessages]).toEqual([median('traj_tokens'), median('n_messages')])
    const labelled = rows.filter(({ label }) => label !== 'none')
    expectShare(overview.resolved, labelled.filter(({ label }) => label === 'resolved').length, labelled.length)
    // Calls whose failures nobody counted yet say nothing of the share.
    const counted = numbersOf(
      rows.filter(({ values }) => values !== null && values.failed_calls !== null),
      'calls',
    )
    expectShare(
      overview.failedCalls,
      sum('failed_calls'),
      counted.reduce((total, calls) => total + calls, 0),
    )
    expectShare(overview.testedAfterLastEdit, sum('tests_after_last_edit'), numbersOf(rows, 'tests_after_last_edit').length)
  }))

test('a summary is what numpy would say of every group', () =>
  overTables(async (analysis, rows, by) => {
    const measures = ['tokens', 'ratio', 'has_patch']
    const summary = await analysis.stats.summary({}, by ? [by, 'label'] : [], measures)
    const groups = groupsOf(rows, by ? [by as keyof StatsRow, 'label'] : [])
    expect(summary.groupsLeftOut).toBe(Math.max(0, groups.length - MOST_GROUPS))
    expect(summary.groups.map(({ keys, examples, measured }) => ({ keys, examples, measured }))).toEqual(
      first(groups).map((group) => ({ keys: group.keys, examples: group.rows.length, measured: measuredOf(group.rows).length })),
    )
    for (const [place, { cells }] of summary.groups.entries()) {
      for (const [at, cell] of cells.entries()) expectCell(cell, numbersOf(groups[place]?.rows ?? [], measures[at] ?? ''))
    }
  }))

function expectCell(cell: SummaryCell, numbers: number[]) {
  expect(cell.count).toBe(numbers.length)
  if (numbers.length === 0) {
    expect(cell).toEqual({ count: 0, mean: null, std: null, min: null, max: null, percentiles: null })
    return
  }
  expect([cell.min, cell.max]).toEqual([Math.min(...numbers), Math.max(...numbers)].map((value) => value + 0))
  expectClose(cell.mean, numbers.reduce((sum, value) => sum + value, 0) / numbers.length)
  expectClose(cell.std, deviation(numbers))
  for (const [place, wanted] of PERCENTILES.entries()) expectClose(cell.percentiles?.[place] ?? null, percentile(numbers, wanted / 100))
}

/** Equal but for the last digits of a sum. */
function expectClose(value: number | null, expected: number | null) {
  if (value === null || expected === null) expect(value).toBe(expected)
  else expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)) + 1e-9 * 1e6)
}

test('rates tell groups with enough labels, count the others, and look at rows that are only indexed', () =>
  overTables(async (analysis, rows, by) => {
    const rates = await analysis.stats.rates({}, [by ?? 'language'], 2)
    const groups = groupsOf(rows, [(by ?? 'language') as keyof StatsRow]).map((group) => {
      const labelled = group.rows.filter(({ label }) => label !== 'none')
      return { ...group, n: labelled.length, hits: labelled.filter(({ label }) => label === 'resolved').length }
    })
    const told = groups.filter(({ n }) => n >= 2)
    expect(rates.groups.map(({ keys, examples, resolved: { n, hits } }) => ({ keys, examples, n, hits }))).toEqual(
      told.map((group) => ({ keys: group.keys, examples: group.rows.length, n: group.n, hits: group.hits })),
    )
    const hidden = groups.filter(({ n }) => n < 2)
    expect(rates.hidden).toEqual({ groups: hidden.length, labelled: hidden.reduce((sum, { n }) => sum + n, 0) })
    const sum = (count: 'n' | 'hits') => groups.reduce((total, group) => total + group[count], 0)
    expectShare(rates.all, sum('hits'), sum('n'))
  }))

test('a histogram counts every value once, in the bin whose edges hold it', () =>
  overTables(async (analysis, rows, by, measure) => {
    for (const clip of [null, 0.9]) {
      const { axis, edges, groups, groupsLeftOut } = await analysis.stats.histogram({}, { measure, by, bins: 7, clip })
      const expected = groupsOf(measuredOf(rows), keysOf(by))
      expect(groupsLeftOut).toBe(Math.max(0, expected.length - MOST_GROUPS))
      expect(groups.map(({ keys, n }) => ({ keys, n }))).toEqual(
        first(expected).map((group) => ({ keys: group.keys, n: numbersOf(group.rows, measure).length })),
      )
      expect([edges[0], edges.at(-1)]).toEqual([axis.min, axis.max])
      for (const [place, { bins, above }] of groups.entries()) {
        const numbers = numbersOf(expected[place]?.rows ?? [], measure)
        expect(bins).toEqual(binned(edges, numbers))
        expect(above).toBe(numbers.filter((value) => value > axis.max).length)
      }
      const all = numbersOf(rows, measure)
      if (all.length > 0) expect(axis.max).toBeGreaterThanOrEqual(Math.floor(clip === null ? Math.max(...all) : percentile(all, clip)))
    }
  }))

/** How many lie in each bin: its lower edge in, the last one's both. */
function binned(edges: readonly number[], numbers: readonly number[]): number[] {
  const last = edges.length - 2
  const counts = Array.from({ length: edges.length - 1 }, () => 0)
  for (const value of numbers.filter((number) => number <= (edges.at(-1) ?? 0))) {
    const bin = Math.min(
      last,
      edges.findLastIndex((edge) => edge <= value),
    )
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}

test('a density counts every example with both values in one cell, and tells points while they are few', () =>
  overTables(async (analysis, rows, by, measure) => {
    const y = measure === 'n_messages' ? 'ratio' : 'n_messages'
    const density = await analysis.stats.density({}, { x: measure, y, by, columns: 6, rows: 5, points: 20 })
    const both = rows.filter(({ values }) => (values?.[measure] ?? null) !== null && (values?.[y] ?? null) !== null)
    const groups = groupsOf(both, keysOf(by))
    expect(density.n).toBe(both.length)
    expect(density.groups.map(({ keys, n }) => ({ keys, n }))).toEqual(
      first(groups).map(({ keys, rows: { length } }) => ({ keys, n: length })),
    )
    for (const [place, { cells, n }] of density.groups.entries()) {
      expect(cells.reduce((sum, [, count]) => sum + count, 0)).toBe(n)
      expect(cells.every(([cell, count]) => cell >= 0 && cell < density.columns * density.rows && count > 0)).toBe(true)
      for (const row of groups[place]?.rows ?? []) {
        const column = binsAround(density.x, density.columns, Number(row.values?.[measure]))
        const line = binsAround(density.y, density.rows, Number(row.values?.[y]))
        const possible = line.flatMap((bin) => column.map((other) => bin * density.columns + other))
        expect(cells.some(([cell]) => possible.includes(cell))).toBe(true)
      }
    }
    const points = both.map(({ id, values, ...row }) => ({
      id,
      x: values?.[measure],
      y: values?.[y],
      keys: keysOf(by).map((name) => row[name as 'label']),
    }))
    expect(density.points).toEqual(
      both.length <= 20 ? points.map(({ x, y: up, ...point }) => ({ ...point, x: Number(x) + 0, y: Number(up) + 0 })) : null,
    )
  }))

/** The bins a value may be in: two where rounding decides. */
function binsAround({ min, max, isLog }: { min: number; max: number; isLog: boolean }, bins: number, value: number): number[] {
  if (min === max) return [0]
  const scale = (number: number) => (isLog ? Math.log10(1 + number) : number)
  const at = ((scale(value) - scale(min)) / (scale(max) - scale(min))) * bins
  return [at - 1e-9, at + 1e-9].map((place) => Math.min(bins - 1, Math.max(0, Math.floor(place))))
}

test('windows count what fits', () =>
  overTables(async (analysis, rows, by, measure) => {
    const windows = [3, 100, 8192, 131_072]
    const groups = groupsOf(measuredOf(rows), keysOf(by))
    expect(await analysis.stats.windows({}, { measure, windows, by })).toEqual({
      measure,
      windows,
      groups: first(groups).map((group) => {
        const numbers = numbersOf(group.rows, measure)
        return { keys: group.keys, n: numbers.length, fits: windows.map((window) => numbers.filter((value) => value <= window).length) }
      }),
      groupsLeftOut: Math.max(0, groups.length - MOST_GROUPS),
    })
  }))

test('a tally is summed by key and group, whatever its keys are called', () =>
  overTables(async (analysis, rows, by) => {
    const groups = first(groupsOf(measuredOf(rows), keysOf(by)))
    const keys = [...new Set(rows.flatMap((row) => entriesOf(row).map(({ key }) => key)))]
    const sums = keys
      .map((key) => ({ key, ...sumOf(rows, key), groups: by ? groups.map((group) => sumOf(group.rows, key)) : [] }))
      .sort((a, b) => (b.amounts[0] ?? 0) - (a.amounts[0] ?? 0) || compareKeys([a.key], [b.key]))
    expect(await analysis.stats.tally({}, { tally: 'tools', by, limit: 5 })).toEqual({
      tally: 'tools',
      total: [0, 1].map((place) => sums.reduce((sum, { amounts }) => sum + (amounts[place] ?? 0), 0)),
      keyCount: keys.length,
      rows: sums.slice(0, 5),
      groups: groups.map((group) => ({ keys: group.keys, measured: group.rows.length })),
    })
  }))

function entriesOf({ values }: StatsRow) {
  return Array.isArray(values?.tools) ? values.tools : []
}

function sumOf(rows: readonly StatsRow[], key: string) {
  const entries = rows.flatMap((row) => entriesOf(row).filter((entry) => entry.key === key))
  return { examples: entries.length, amounts: [0, 1].map((place) => entries.reduce((sum, { amounts }) => sum + (amounts[place] ?? 0), 0)) }
}
