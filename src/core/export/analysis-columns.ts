import { MEASURE_INFO } from '#measure'
import type { ExampleRow, MeasureInfo } from '#record'
import type { CsvValue } from './csv-line.ts'

/** A column of the analysis table. */
export interface AnalysisColumn {
  name: string
  value(row: ExampleRow): CsvValue
}

/** Where an example stands, and its id in the workspace. */
const REVIEW_COLUMNS: readonly AnalysisColumn[] = [
  { name: 'verdict', value: (row) => row.verdict },
  { name: 'reasons', value: (row) => row.reasons.map(({ rule, text }) => `${rule}: ${text}`).join('; ') },
  { name: 'decision', value: (row) => row.decision },
  { name: 'decision_reason', value: (row) => row.decisionReason },
  { name: 'note', value: (row) => row.note },
  { name: 'outcome', value: (row) => row.outcome },
  { name: 'id', value: (row) => row.id },
]

/** What only rules read is no number for people. */
const SHOWN = MEASURE_INFO.filter(({ isInternal }) => !isInternal)

/**
 * The tutorial's 22 columns, then Winnow's own: the measures in their order, which is this one. A tally is JSON text, which the rows must carry:
 * `{"bash":{"calls":12,"failed":1}}`.
 */
export const MEASURE_COLUMNS: readonly AnalysisColumn[] = columnsOf(SHOWN)

/** {@link MEASURE_COLUMNS} without the tallies, which an export's rows do not carry; then verdict, reasons, decision and outcome. */
export const EXPORT_COLUMNS: readonly AnalysisColumn[] = [...columnsOf(SHOWN.filter(({ type }) => type !== 'tally')), ...REVIEW_COLUMNS]

function columnsOf(measures: readonly MeasureInfo[]): AnalysisColumn[] {
  return measures.map(({ id }) => ({ name: id, value: (row) => row.values[id] }))
}
