import type { DuckDBConnection } from '@duckdb/node-api'
import type { Bound } from '../bindings.ts'
import { ASIDE } from './aside.ts'

/** The rows that nothing failed so far, as e: what a step that chooses has before it. */
export const STAYING = `FROM ${ASIDE} j JOIN examples e ON e.rowid = j.place WHERE j.failed = 0`

/** What is failed: in each group of `rows` those behind the first `most` in this order. */
interface Behind {
  bit: string
  /** `FROM ... WHERE ...` with the aliases j and e, and values for its place-holders. */
  rows: string
  values?: readonly Bound[]
  group: string
  order: readonly string[]
  most: bigint
}

/** Sets a step's bit in rows that come too late in their group. */
export async function failBehind(connection: DuckDBConnection, { bit, rows, values = [], group, order, most }: Behind): Promise<void> {
  await connection.run(
    `UPDATE ${ASIDE} SET failed = failed | ${bit} FROM (
       SELECT place FROM (SELECT j.place, row_number() OVER (PARTITION BY ${group} ORDER BY ${order.join(', ')}) AS nth ${rows})
       WHERE nth > ${most}) late
     WHERE ${ASIDE}.place = late.place`,
    [...values],
  )
}

/** An order by chance that is the same for the same rows, whatever order they came in. MD5 is fixed for ever, unlike DuckDB's own hash. */
export function tieSql(seed: number): string {
  return `md5(concat('${Number(seed)}:', e.id)), e.id`
}
