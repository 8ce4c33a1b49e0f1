/** Cells of a CSV text by RFC 4180, line feeds between rows; throws where quotes are out of place. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\n)/y
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const [, raw = '', end] = cell.exec(text) ?? []
    if (end === undefined) throw new Error(`no CSV at ${at}: ${text.slice(at, at + 40)}`)
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** The rows of a CSV text with a header, by column name. */
export function readTable(text: string): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(text)
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
}
