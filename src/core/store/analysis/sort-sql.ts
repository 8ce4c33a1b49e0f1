import type { Sort } from '#record'
import type { Column, Columns } from './columns.ts'

/** An order as SQL, with the column it reads. Null or absent is id order. */
export interface SortSql {
  /** Without `ORDER BY`. */
  sql: string
  column: Column
}

/** Nulls last whichever way, ties by id: the same rows always come in the same order. */
export function sortSql(sort: Sort | null | undefined, columns: Columns): SortSql {
  const column = columns.find(sort?.column ?? 'id')
  const direction = sort?.descending ? 'DESC' : 'ASC'
  return { sql: `${column.sql} ${direction} NULLS LAST, e.id ASC`, column }
}
