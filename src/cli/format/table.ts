import { printable } from '../fault-lines.ts'

/** A column: its heading, and whether its cells are numbers and stand to the right. */
export interface Column {
  heading: string
  isNumber?: boolean
  /** Longest cell in characters; a longer one is cut with an ellipsis. */
  longest?: number
}

/** Lines of an aligned table, two spaces between columns. Cells must be as many as columns. */
export function formatTable(columns: Column[], rows: string[][]): string {
  const cut = rows.map((row) => row.map((cell, at) => shorten(printable(cell), columns[at]?.longest ?? 60)))
  const widths = columns.map(({ heading }, at) => Math.max(heading.length, ...cut.map((row) => (row[at] ?? '').length)))
  const line = (cells: string[]): string =>
    cells
      .map((cell, at) => (columns[at]?.isNumber ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(columns.map(({ heading }) => heading)), ...cut.map(line)].join('\n')
}

function shorten(text: string, longest: number): string {
  const single = text.replace(/\s+/g, ' ')
  return single.length <= longest ? single : `${single.slice(0, longest - 1)}…`
}
