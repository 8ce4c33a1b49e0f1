import type { DuckDBValue } from '@duckdb/node-api'
import type { ExampleIndex, ExampleRow, MeasureInfo, MeasureValue } from '#record'
import { type Columns, INDEX_KEYS, measureColumn, quote } from './columns.ts'

/** Columns behind the index's and before the measures'. */
const STATE = ['verdict', 'outcome', 'decision', 'decision_reason', 'note', 'reviewer', 'is_stale', 'is_measured'] as const

/** The select list of a whole row, as {@link toRow} reads it. Needs the joins. */
export function rowColumns(columns: Columns): string {
  return [
    ...INDEX_KEYS.map((key) => `e.${quote(key)}`),
    ...STATE.map((name) => columns.find(name).sql),
    'v.reasons',
    ...scalars(columns.measures).map(({ id }) => `e.${measureColumn(id)}`),
  ].join(', ')
}

/** What a row carries: tallies are summed, never listed. */
function scalars(measures: readonly MeasureInfo[]): MeasureInfo[] {
  return measures.filter(({ type }) => type !== 'tally')
}

/** A line of {@link rowColumns} as an ExampleRow. */
export function toRow(line: readonly DuckDBValue[], measures: readonly MeasureInfo[]): ExampleRow {
  const index = Object.fromEntries(INDEX_KEYS.map((key, place) => [key, line[place]])) as unknown as ExampleIndex
  const state = line.slice(INDEX_KEYS.length)
  const [verdict, outcome, decision, decisionReason, note, reviewer, isStale, isMeasured, reasons] = state
  const values = line.slice(INDEX_KEYS.length + STATE.length + 1)
  return {
    ...index,
    values: isMeasured ? Object.fromEntries(scalars(measures).map(({ id }, place) => [id, values[place] as MeasureValue])) : {},
    isMeasured: isMeasured === true,
    verdict: verdict as ExampleRow['verdict'],
    reasons: typeof reasons === 'string' ? (JSON.parse(reasons) as ExampleRow['reasons']) : [],
    decision: decision as ExampleRow['decision'],
    decisionReason: decisionReason as string | null,
    note: note as string | null,
    reviewer: reviewer as string | null,
    outcome: outcome as ExampleRow['outcome'],
    isStale: isStale === true,
  }
}
