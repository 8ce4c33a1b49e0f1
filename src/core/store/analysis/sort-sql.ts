import type { Sort } from '#record'
import type { Column, Columns } from './columns.ts'

/** An order as SQL, with the column it reads. Null or absent is id order. */
export interface SortSql {
  /** Without `ORDER BY`. */
  sql: string
  column: Column
  /** The same order where the column and the id have these names. */
  by(column: string, id: string): string
}

/** Nulls last whichever way, ties by id: the same rows always come in the same order. */
export function sortSql(sort: Sort | null | undefined, columns: Columns): SortSql {
  const column = columns.find(sort?.column ?? 'id')
  const direction = sort?.descending ? 'DESC' : 'ASC'
  const by = (name: string, id: string) => `${name} ${direction} NULLS LAST, ${id} ASC`
  return { sql: by(column.sql, 'e.id'), column, by }
}
