import { DuckDBListValue, DuckDBStructValue, type DuckDBValue } from '@duckdb/node-api'
import type { ExampleIndex, ExampleRow, MeasureInfo, MeasureValue } from '#record'
import { type Columns, INDEX_KEYS, measureColumn, quote, TALLY_AMOUNT_COLUMNS } from './columns.ts'

/** Columns behind the index's and before the measures'. */
const STATE = ['verdict', 'outcome', 'decision', 'decision_reason', 'note', 'reviewer', 'is_stale', 'is_measured'] as const

/** What of a row's tallies is read. */
export interface RowOptions {
  /** `values` carry each tally as JSON text; they are left out otherwise. */
  tallies?: boolean
}

/** The select list of a whole row, as {@link toRow} reads it. Needs the joins. */
export function rowColumns(columns: Columns, options: RowOptions = {}): string {
  return [
    ...INDEX_KEYS.map((key) => `e.${quote(key)}`),
    ...STATE.map((name) => columns.find(name).sql),
    'e.reasons',
    ...told(columns.measures, options).map(({ id }) => `e.${measureColumn(id)}`),
  ].join(', ')
}

/** What a row carries: lists cost much and are seldom wanted. */
function told(measures: readonly MeasureInfo[], { tallies = false }: RowOptions): MeasureInfo[] {
  return measures.filter(({ type }) => tallies || type !== 'tally')
}

/** A line of {@link rowColumns} as an ExampleRow. */
export function toRow(line: readonly DuckDBValue[], measures: readonly MeasureInfo[], options: RowOptions = {}): ExampleRow {
  const index = Object.fromEntries(INDEX_KEYS.map((key, place) => [key, line[place]])) as unknown as ExampleIndex
  const state = line.slice(INDEX_KEYS.length)
  const [verdict, outcome, decision, decisionReason, note, reviewer, isStale, isMeasured, reasons] = state
  const values = line.slice(INDEX_KEYS.length + STATE.length + 1)
  return {
    ...index,
    values: isMeasured
      ? Object.fromEntries(told(measures, options).map((measure, place) => [measure.id, valueIn(measure, values[place])]))
      : {},
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

function valueIn(measure: MeasureInfo, value: DuckDBValue | undefined): MeasureValue {
  return value instanceof DuckDBStructValue ? tallyJson(value, measure) : ((value ?? null) as MeasureValue)
}

/** `{"bash":{"calls":12,"failed":1}}`, written out: in an object a key such as `__proto__` would get lost, and `7` would come first. */
function tallyJson({ entries }: DuckDBStructValue, { amounts = [] }: MeasureInfo): string {
  const counted = amounts.map(({ id }, place) => ({ id, list: itemsOf(entries[TALLY_AMOUNT_COLUMNS[place] ?? '']) }))
  const texts = itemsOf(entries.key).map((key, at) => {
    const told = counted.map(({ id, list }) => [id, list[at] ?? null])
    return `${JSON.stringify(key)}:${JSON.stringify(Object.fromEntries(told))}`
  })
  return `{${texts.join(',')}}`
}

function itemsOf(list: DuckDBValue | undefined): readonly DuckDBValue[] {
  return list instanceof DuckDBListValue ? list.items : []
}
