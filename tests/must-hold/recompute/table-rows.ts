/** A row of the analysis CSV, by column. */
export type TableRow = Record<string, string>

/** What examples are compared by, as the CSV tells it. */
export function keyOf(row: TableRow, dimension: string): string {
  switch (dimension) {
    case 'label':
      return row.known_label === 'True' ? (row.is_resolved === 'True' ? 'resolved' : 'failed') : 'none'
    case 'thinking':
      return row.is_thinking === 'True' ? 'thinking' : 'plain'
    case 'harness':
      return row.agent ?? ''
    default:
      return row[dimension] ?? ''
  }
}

/** Values of a measure, rows without one left out; yes is 1 and no is 0. */
export function valuesOf(rows: readonly TableRow[], measure: string): number[] {
  const values: number[] = []
  for (const row of rows) {
    const cell = row[measure] ?? ''
    if (cell !== '') values.push(cell === 'True' ? 1 : cell === 'False' ? 0 : Number(cell))
  }
  return values
}

/** Rows alike in these dimensions, most first, ties by key; without dimensions one group, of nothing even. */
export function groupsOf(rows: readonly TableRow[], by: readonly string[]): { keys: string[]; rows: TableRow[] }[] {
  if (by.length === 0) return [{ keys: [], rows: [...rows] }]
  const groups: { keys: string[]; rows: TableRow[] }[] = []
  for (const row of rows) {
    const keys = by.map((dimension) => keyOf(row, dimension))
    const group = groups.find((one) => one.keys.every((key, place) => key === keys[place]))
    if (group) group.rows.push(row)
    else groups.push({ keys, rows: [row] })
  }
  return groups.sort((a, b) => b.rows.length - a.rows.length || compare(a.keys, b.keys))
}

function compare(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((key, at) => key !== b[at])
  return place === -1 ? 0 : (a[place] ?? '') < (b[place] ?? '') ? -1 : 1
}
