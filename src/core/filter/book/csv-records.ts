/** Records of a CSV text (RFC 4180): cells in quotes may hold commas, line breaks and doubled quotes. Empty lines are none. */
export function csvRecords(text: string): string[][] {
  const records: string[][] = []
  let cells: string[] = []
  for (let at = 0; at < text.length; ) {
    const { cell, end } = text.charAt(at) === '"' ? quotedCell(text, at) : plainCell(text, at)
    cells.push(cell)
    at = end
    if (text.charAt(at) === ',') {
      at += 1
      // Nothing stands behind the last comma.
      if (at < text.length) continue
      cells.push('')
    }
    if (text.startsWith('\r\n', at)) at += 2
    else at += 1
    if (cells.length > 1 || cells[0] !== '') records.push(cells)
    cells = []
  }
  return records
}

function plainCell(text: string, from: number): { cell: string; end: number } {
  PLAIN.lastIndex = from
  const cell = PLAIN.exec(text)?.[0] ?? ''
  return { cell, end: from + cell.length }
}

const PLAIN = /[^,\r\n]*/y

function quotedCell(text: string, from: number): { cell: string; end: number } {
  QUOTED.lastIndex = from
  const whole = QUOTED.exec(text)?.[0] ?? text.slice(from)
  return { cell: whole.slice(1, -1).replaceAll('""', '"'), end: from + whole.length }
}

const QUOTED = /"[^"]*(?:""[^"]*)*"/y
