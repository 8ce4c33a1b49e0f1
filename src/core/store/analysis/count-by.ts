import type { Query } from '../types.ts'
import type { Columns } from './columns.ts'
import type { Reader } from './connections.ts'
import { selectionSql } from './selection-sql.ts'

/** See `AnalysisStore.countBy`. */
export async function countBy(
  reader: Reader,
  columns: Columns,
  query: Query,
  names: readonly string[],
): Promise<{ values: (string | number | boolean | null)[]; count: number }[]> {
  const found = names.map((name) => columns.find(name))
  const { sql, values } = selectionSql(query, columns, found)
  const lines = await reader.read(`SELECT count(*), ${found.map((column) => column.sql).join(', ')} ${sql} GROUP BY ALL`, values)
  return lines.map(([count, ...told]) => ({ values: told as (string | number | boolean | null)[], count: Number(count) }))
}
