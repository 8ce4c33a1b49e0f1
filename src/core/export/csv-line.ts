/** A value of a table cell, as the measures have it. */
export type CsvValue = string | number | boolean | null | undefined

/** What a spreadsheet takes for the start of a formula, full-width forms included. */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

const NEEDS_QUOTES = /[",\r\n]/

/** One line of CSV with its line feed: RFC 4180 quoting where needed, nothing for null, True and False as pandas writes them. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\n`
}

/** A text that a spreadsheet would run gets an apostrophe in front; a number never does. */
function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = FORMULA_START.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
