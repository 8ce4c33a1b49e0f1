import type { ExampleRow, Sort } from '#record'
import type { AnalysisStore, Query } from '../types.ts'
import type { Columns } from './columns.ts'
import type { Reader } from './connections.ts'
import { countRows } from './count-rows.ts'
import { rowColumns, rowReader } from './row-columns.ts'
import { fromFew, selectionSql } from './selection-sql.ts'
import { sortSql } from './sort-sql.ts'

/** How many ids ahead a reader loads. */
const AHEAD = [1, 2, 3]

/**
 * One page. Rows are ranked by their narrow columns first: sorting whole rows costs three times as much. What matches is looked for once, to be
 * counted and to be ranked: reading every text twice took twice as long.
 */
export async function readPage(
  reader: Reader,
  columns: Columns,
  query: Query,
  sort: Sort | null,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; rows: ExampleRow[] }> {
  const order = sortSql(sort, columns)
  const { sql, values } = selectionSql(query, columns, [order.column])
  const lines = await reader.read(
    `WITH matching AS MATERIALIZED (SELECT e.rowid AS place, ${order.column.sql} AS sorted, e.id AS id ${sql}),
       picked AS MATERIALIZED (SELECT place, id FROM matching ORDER BY ${order.by('sorted', 'id')} LIMIT ${whole(limit)} OFFSET ${whole(offset)})
     SELECT (SELECT count(*) FROM matching), ${rowColumns(columns)} ${fromFew('SELECT id FROM picked')}
     WHERE e.rowid IN (SELECT place FROM picked) ORDER BY ${order.sql}`,
    values,
  )
  const read = rowReader(columns)
  const rows = lines.map(([, ...line]) => read(line))
  // A page with no rows cannot tell.
  return { total: Number(lines[0]?.[0] ?? (await countRows(reader, columns, query))), rows }
}

/** See `AnalysisStore.unmeasured`: by source, file and row, so that what is fetched together lies together. */
export async function readUnmeasured(reader: Reader, columns: Columns, query: Query): Promise<string[]> {
  const { sql, values } = selectionSql(query, columns)
  const lines = await reader.read(
    `SELECT id FROM (SELECT e.* ${sql}) WHERE NOT "isMeasured" OR lacks IS NOT NULL ORDER BY "sourceId", file, row`,
    values,
  )
  return lines.map(([id]) => String(id))
}

/** One row, whatever is selected. */
export async function readRow(reader: Reader, columns: Columns, id: string): Promise<ExampleRow | undefined> {
  const [line] = await reader.read(`SELECT ${rowColumns(columns)} ${fromFew('$1')} WHERE e.id = $1`, [id])
  return line && rowReader(columns)(line)
}

/** See `AnalysisStore.rowsOf`: the ids as a table of their own, which is joined; a list of literals is compared one by one with every row. */
export async function readRowsOf(reader: Reader, columns: Columns, ids: readonly string[]): Promise<ExampleRow[]> {
  const wanted = `SELECT unnest(from_json($1, '["VARCHAR"]'))`
  const lines = await reader.read(`SELECT ${rowColumns(columns)} ${fromFew(wanted)} WHERE e.id IN (${wanted})`, [JSON.stringify(ids)])
  return lines.map(rowReader(columns))
}

/**
 * See `AnalysisStore.neighbours`. What matches is compared with the one row and never ranked: window functions over half a million rows take
 * seven times as long.
 */
export async function readNeighbours(
  reader: Reader,
  columns: Columns,
  id: string,
  query: Query,
  sort: Sort | null,
): ReturnType<AnalysisStore['neighbours']> {
  const order = sortSql(sort, columns)
  const { sql, values } = selectionSql(query, columns, [order.column])
  const ahead = AHEAD.map((step) => `(SELECT id FROM ahead ORDER BY ${order.by('sorted', 'id')} LIMIT 1 OFFSET ${step - 1})`).join(', ')
  const [line = []] = await reader.read(
    `WITH matching AS MATERIALIZED (SELECT ${order.column.sql} AS sorted, e.id AS id ${sql}),
       here AS MATERIALIZED (SELECT sorted, id FROM matching WHERE id = $${values.length + 1}),
       behind AS MATERIALIZED (SELECT m.* FROM matching m, here h WHERE ${order.isBefore('m', 'h')}),
       ahead AS MATERIALIZED (SELECT m.* FROM matching m, here h WHERE ${order.isBefore('h', 'm')} ORDER BY ${order.by('m.sorted', 'm.id')} LIMIT ${AHEAD.length})
     SELECT (SELECT count(*) FROM matching), (SELECT count(*) FROM behind), (SELECT count(*) FROM here),
       (SELECT id FROM behind ORDER BY ${order.reversed('sorted', 'id')} LIMIT 1), ${ahead}`,
    [...values, id],
  )
  const [total, position, found, previous, ...next] = line
  const nextIds = next.filter((value) => typeof value === 'string')
  return {
    previous: typeof previous === 'string' ? previous : null,
    next: nextIds[0] ?? null,
    nextIds,
    position: Number(found ?? 0) === 0 ? null : Number(position),
    total: Number(total ?? 0),
  }
}

/** A count as SQL: limits are the one number DuckDB wants whole, where bound numbers are doubles. */
function whole(count: number): string {
  return String(BigInt(Math.max(0, Math.trunc(count))))
}
