import { printable } from '../fault-lines.ts'

/** A column: its heading, and whether its cells are numbers and stand to the right. */
export interface Column {
  heading: string
  isNumber?: boolean
  /** Longest cell in characters; a longer one is cut with an ellipsis. */
  longest?: number
  /** Cut to what the other columns leave of the width. */
  takesRest?: true
  /** Left out, the last first, where the width does not hold them all. */
  isSpare?: true
}

interface Laid {
  column: Column
  cells: string[]
  width: number
}

const GAP = 2
/** What takes the rest is not cut to less. */
const LEAST_REST = 20

/** Lines of an aligned table, two spaces between columns. Cells must be as many as columns. `width` is the terminal's; without it nothing is fitted. */
export function formatTable(columns: Column[], rows: string[][], width = Number.POSITIVE_INFINITY): string {
  const laid = fitted(
    columns.map((column, at) =>
      layOut(
        column,
        rows.map((row) => shorten(printable(row[at] ?? ''), column.longest ?? 60)),
      ),
    ),
    width,
  )
  const lines = [laid.map(({ column }) => column.heading), ...rows.map((_, row) => laid.map(({ cells }) => cells[row] ?? ''))]
  return lines.map((cells) => lineOf(cells, laid)).join('\n')
}

function layOut(column: Column, cells: string[]): Laid {
  return { column, cells, width: cells.reduce((most, { length }) => Math.max(most, length), column.heading.length) }
}

function fitted(laid: Laid[], width: number): Laid[] {
  const over = laid.reduce((sum, one) => sum + GAP + one.width, -GAP) - width
  if (over <= 0) return laid
  const rest = laid.find(({ column }) => column.takesRest)
  const room = rest ? Math.max(LEAST_REST, rest.width - over) : 0
  const spare = laid.findLast(({ column }) => column.isSpare)
  if (spare && (rest?.width ?? 0) - over < room)
    return fitted(
      laid.filter((one) => one !== spare),
      width,
    )
  return laid.map((one) =>
    one === rest
      ? layOut(
          one.column,
          one.cells.map((cell) => shorten(cell, room)),
        )
      : one,
  )
}

function lineOf(cells: string[], laid: Laid[]): string {
  return cells
    .map((cell, at) => (laid[at]?.column.isNumber ? cell.padStart(laid[at]?.width ?? 0) : cell.padEnd(laid[at]?.width ?? 0)))
    .join(' '.repeat(GAP))
    .trimEnd()
}

function shorten(text: string, longest: number): string {
  const single = text.replace(/\s+/g, ' ')
  return single.length <= longest ? single : `${single.slice(0, longest - 1)}…`
}
