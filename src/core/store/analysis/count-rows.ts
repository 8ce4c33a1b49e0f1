import type { Query } from '../types.ts'
import type { Columns } from './columns.ts'
import type { Reader } from './connections.ts'
import { selectionSql } from './selection-sql.ts'

/** How many examples a query selects. */
export async function countRows(reader: Reader, columns: Columns, query: Query): Promise<number> {
  const { sql, values } = selectionSql(query, columns)
  return Number((await reader.read(`SELECT count(*) ${sql}`, values))[0]?.[0] ?? 0)
}
