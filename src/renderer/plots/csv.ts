import type { PlotTable } from './types.ts'

/** What a spreadsheet takes for the start of a formula, full-width forms included. */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

const NEEDS_QUOTES = /[",\r\n]/

/** A plot's numbers as CSV: a header, then a line a row, each ended by a line feed; nothing for null. */
export function csvOf({ columns, rows }: PlotTable): string {
  return [columns.map(({ title }) => title), ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('')
}

/** Quoted as RFC 4180 says; a text that a spreadsheet would run gets an apostrophe in front, a number never does. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = FORMULA_START.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
