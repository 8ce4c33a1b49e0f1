import type { Dimension } from '#record'
import type { Query } from '../../types.ts'
import { Bindings } from '../bindings.ts'
import type { Columns } from '../columns.ts'
import { facetColumn } from '../facet-columns.ts'
import { selectionSql } from '../selection-sql.ts'

/** The examples of a query as a narrow table: `measured`, the dimensions as `k0`, `k1`, and what is read as `x0`, `x1` and so on. */
export interface BaseSql {
  /** In brackets: what stands behind FROM. */
  sql: string
  /** `k0, k1`; '' when everything is one group. */
  keys: string
  /** Holds the selection's values; what a statement adds comes behind them. */
  bindings: Bindings
}

/** See {@link BaseSql}. @throws FaultError `bad-input` as `selectionSql` */
export function baseSql(query: Query, columns: Columns, by: readonly Dimension[], reads: readonly { sql: string }[]): BaseSql {
  const dimensions = by.map((dimension) => facetColumn(dimension, columns))
  const { sql, values } = selectionSql(query, columns, dimensions)
  const list = [
    'e."isMeasured" AS measured',
    ...dimensions.map((column, place) => `${column.sql} AS k${place}`),
    ...reads.map((column, place) => `${column.sql} AS x${place}`),
  ]
  const bindings = new Bindings()
  for (const value of values) bindings.add(value)
  return { sql: `(SELECT ${list.join(', ')} ${sql})`, keys: by.map((_, place) => `k${place}`).join(', '), bindings }
}

/** The query without the ranges of these measures. */
export function withoutRanges(query: Query, measures: readonly string[]): Query {
  return { ...query, ranges: Object.fromEntries(Object.entries(query.ranges ?? {}).filter(([id]) => !measures.includes(id))) }
}
