import type { RowSpan, RowsWanted } from './types.ts'

/** What is wanted of a file of `rows` rows as ascending spans within it; empty ones are left out. */
export function spansOf(wanted: RowsWanted | undefined, rows: number): RowSpan[] {
  const spans = wanted === undefined ? [{ start: 0, end: rows }] : 'spans' in wanted ? wanted.spans : [{ start: wanted.fromRow, end: rows }]
  return spans.map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(end, rows) })).filter(({ start, end }) => start < end)
}
