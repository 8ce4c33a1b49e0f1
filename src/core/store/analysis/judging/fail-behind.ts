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

/** Rows put in order at once: all of 600,000 took more memory than DuckDB is given. A larger group is put in order whole all the same. */
const TOGETHER = 100_000

/** Temporary table of the rows that may come too late. */
const CONTENDERS = 'contenders'

/**
 * Sets a step's bit in rows that come too late in their group. Groups are told apart by their MD5, a number: texts take several times the memory. They are put in
 * order in parts that fit in memory, one after another.
 */
export async function failBehind(connection: DuckDBConnection, { bit, rows, values = [], group, order, most }: Behind): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${CONTENDERS} AS SELECT j.place, md5_number((${group})::VARCHAR) AS grouped ${rows}`, [
    ...values,
  ])
  // Most groups are small enough, and need not be put in order.
  await connection.run(
    `DELETE FROM ${CONTENDERS} WHERE grouped IN (SELECT grouped FROM ${CONTENDERS} GROUP BY grouped HAVING count(*) <= ${most})`,
  )
  const [[count] = []] = (await connection.runAndReadAll(`SELECT count(*) FROM ${CONTENDERS}`)).getRows()
  const parts = Math.ceil(Number(count) / TOGETHER)
  for (let part = 0; part < parts; part++) {
    await connection.run(
      `UPDATE ${ASIDE} SET failed = failed | ${bit} FROM (
         SELECT place FROM (SELECT c.place, row_number() OVER (PARTITION BY c.grouped ORDER BY ${order.join(', ')}) AS nth
           FROM ${CONTENDERS} c JOIN examples e ON e.rowid = c.place WHERE hash(c.grouped) % ${parts} = ${part})
         WHERE nth > ${most}) late
       WHERE ${ASIDE}.place = late.place`,
    )
  }
  await connection.run(`DROP TABLE ${CONTENDERS}`)
}

/** An order by chance that is the same for the same rows, whatever order they came in. MD5 is fixed for ever, unlike DuckDB's own hash. */
export function tieSql(seed: number): string {
  return `md5_number(concat('${Number(seed)}:', e.id))`
}
