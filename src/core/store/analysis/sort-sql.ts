import { fault, type Sort } from '#record'
import type { Column, Columns } from './columns.ts'

/** An order as SQL, with the column it reads. Null or absent is id order. */
export interface SortSql {
  /** Without `ORDER BY`. */
  sql: string
  column: Column
  /** The same order where the column and the id have these names. */
  by(column: string, id: string): string
  /** The other way round. */
  reversed(column: string, id: string): string
  /** True where one row comes before another; both have the columns `sorted` and `id`. */
  isBefore(one: string, other: string): string
}

/**
 * Nulls last whichever way, ties by id: the same rows always come in the same order.
 *
 * @throws FaultError `bad-input` for a column there is not, or a tally
 */
export function sortSql(sort: Sort | null | undefined, columns: Columns): SortSql {
  const { order, ...named } = columns.find(sort?.column ?? 'id')
  const column = { ...named, sql: order ?? named.sql }
  if (column.type === 'tally') {
    throw fault('bad-input', `${column.id} counts by key and has no order.`, { culprit: column.id, remedy: 'Sort by another column.' })
  }
  const direction = sort?.descending ? 'DESC' : 'ASC'
  const by = (name: string, id: string) => `${name} ${direction} NULLS LAST, ${id} ASC`
  const reversed = (name: string, id: string) => `${name} ${sort?.descending ? 'ASC' : 'DESC'} NULLS FIRST, ${id} DESC`
  const isBefore = (one: string, other: string) =>
    `((${one}.sorted IS NOT NULL AND ${other}.sorted IS NULL) OR ${one}.sorted ${sort?.descending ? '>' : '<'} ${other}.sorted
      OR (${one}.sorted IS NOT DISTINCT FROM ${other}.sorted AND ${one}.id < ${other}.id))`
  return { sql: by(column.sql, 'e.id'), column, by, reversed, isBefore }
}
