/** Rows for the stats queries, and the plain loops their answers are compared with. */
import fc from 'fast-check'
import type { MeasureInfo, Measurements, Resolved, TallyEntry, Verdict } from '#record'
import type { AnalysisStore } from '#store'
import { dropping } from './judging/plans.ts'
import { anExample } from './workspace-builder.ts'

const info = (id: string, type: MeasureInfo['type']): MeasureInfo => ({ id, version: 1, label: id, unit: '', type, group: 'run', help: '' })

/** One measure of each type, and those the overview names. */
export const STATS_MEASURES: MeasureInfo[] = [
  info('tokens', 'integer'),
  info('ratio', 'real'),
  info('has_patch', 'boolean'),
  info('is_thinking', 'boolean'),
  info('traj_tokens', 'integer'),
  info('n_messages', 'integer'),
  info('calls', 'integer'),
  info('failed_calls', 'integer'),
  info('tests_after_last_edit', 'boolean'),
  {
    ...info('tools', 'tally'),
    amounts: [
      { id: 'calls', label: 'Calls', unit: '' },
      { id: 'failed', label: 'Failed', unit: '' },
    ],
  },
]

/** Names a hostile row may bring. */
export const HOSTILE = [
  '__proto__',
  "it's",
  '"',
  '',
  '\u{1f600}',
  '\uffee',
  'bash',
  "'; DROP TABLE examples; --",
  'constructor',
  'a,b',
  '$1',
]

const key = fc.constantFrom(...HOSTILE)
const count = fc.integer({ min: 0, max: 9 })
const tools = fc.uniqueArray(fc.tuple(key, count, count), { maxLength: 4, selector: ([name]) => name })

const values = fc.record({
  tokens: fc.option(fc.oneof(fc.integer({ min: -3, max: 12 }), fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 2_000_000 }))),
  // DuckDB does not tell -0 from 0.
  ratio: fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value + 0)),
  has_patch: fc.option(fc.boolean()),
  is_thinking: fc.option(fc.boolean()),
  traj_tokens: fc.option(count),
  n_messages: fc.option(fc.integer({ min: 0, max: 300 })),
  calls: fc.option(count),
  failed_calls: fc.option(count),
  tests_after_last_edit: fc.option(fc.boolean()),
  tools: fc.option(tools.map((uses): TallyEntry[] => uses.map(([name, calls, failed]) => ({ key: name, amounts: [calls, failed] })))),
})

const row = fc.record({
  language: fc.option(fc.constantFrom('go', ...HOSTILE)),
  model: fc.option(fc.string({ unit: 'grapheme', maxLength: 2 }).filter((text) => !text.includes('\0'))),
  resolved: fc.constantFrom<Resolved>(1, 0, -1),
  verdict: fc.option(fc.constantFrom<Verdict>('keep', 'drop')),
  values: fc.option(values, { freq: 6 }),
})

/** Rows of a table, a seventh of them not measured. */
export const statsRows = fc.array(row, { maxLength: 40 })

/** A row as it was put. */
export interface StatsRow {
  id: string
  language: string
  model: string
  label: string
  outcome: string
  thinking: string
  /** Null when it is not measured. */
  values: Measurements | null
}

/** Fills the table anew, and returns what a loop needs to know of each row. */
export async function fill(analysis: AnalysisStore, rows: typeof statsRows extends fc.Arbitrary<infer T> ? T : never): Promise<StatsRow[]> {
  await analysis.clear()
  const examples = rows.map(({ values: said, verdict: _, ...index }, n) => ({
    index: anExample({ ...index, id: `e${String(n).padStart(3, '0')}` }).index,
    values: said ?? {},
  }))
  const verdictOf = (n: number) => (rows[n]?.values ? rows[n].verdict : null)
  await analysis.putExamples(examples.filter((_, n) => verdictOf(n)))
  await analysis.judge(dropping(...examples.filter((_, n) => verdictOf(n) === 'drop').map(({ index }) => index.id)))
  await analysis.putExamples(examples.filter((_, n) => !verdictOf(n)))
  return rows.map(({ language, model, resolved, verdict, values: said }, n) => ({
    id: examples[n]?.index.id ?? '',
    language: language ?? '',
    model: model ?? '',
    label: resolved === 1 ? 'resolved' : resolved === 0 ? 'failed' : 'none',
    outcome: (said && verdict) ?? '',
    thinking: said?.is_thinking === true ? 'thinking' : said?.is_thinking === false ? 'plain' : '',
    values: said,
  }))
}

/** Numbers of a measure, booleans as 0 and 1; rows without one left out. */
export function numbersOf(rows: readonly StatsRow[], measure: string): number[] {
  return rows
    .map(({ values: said }) => said?.[measure] ?? null)
    .filter((value) => value !== null)
    .map(Number)
}

/** Rows by what they have in these columns: most first, ties by the bytes of their keys. */
export function groupsOf(rows: readonly StatsRow[], by: readonly (keyof StatsRow)[]): { keys: string[]; rows: StatsRow[] }[] {
  const groups = new Map<string, { keys: string[]; rows: StatsRow[] }>(by.length === 0 ? [['[]', { keys: [], rows: [] }]] : [])
  for (const one of rows) {
    const keys = by.map((dimension) => String(one[dimension]))
    const group = groups.get(JSON.stringify(keys)) ?? { keys, rows: [] }
    group.rows.push(one)
    groups.set(JSON.stringify(keys), group)
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length || compareKeys(a.keys, b.keys))
}

/** In the order of their bytes. */
export function compareKeys(one: readonly string[], other: readonly string[]): number {
  const orders = one.map((value, place) => Buffer.compare(Buffer.from(value), Buffer.from(other[place] ?? '')))
  return orders.find((order) => order !== 0) ?? 0
}

/** The q-quantile by linear interpolation, as numpy has it by default. */
export function percentile(numbers: readonly number[], q: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at - Math.floor(at))
}

/** Standard deviation of a sample. */
export function deviation(numbers: readonly number[]): number | null {
  if (numbers.length < 2) return null
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  return Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (numbers.length - 1))
}
