import { parseRow } from '#parse'
import type { Example, RawRow } from '#record'
import { openSource } from '#source'

/** Every row of a source that can be read. */
export async function rowsOf(folder: string): Promise<RawRow[]> {
  const source = await openSource(folder, { sourceId: 'bench' })
  const rows: RawRow[] = []
  for (const file of source.files) {
    for await (const row of source.rows(file)) if ('value' in row) rows.push(row)
  }
  return rows
}

/** What a row parses to. */
export function exampleOf(row: RawRow): Example {
  const parsed = parseRow(row)
  if (parsed.kind === 'rejection') throw new Error(parsed.rejection.reason)
  return parsed.example
}
