import type { AskedColumn, Query } from '../types.ts'
import type { Columns } from './columns.ts'
import type { Connections } from './connections.ts'
import { selectionSql } from './selection-sql.ts'
import { inStretches } from './stream-rows.ts'

/** Rows put in order at once: narrow ones, of which DuckDB's memory holds several times as many. */
const STRETCH_ROWS = 131_072

/** See `AnalysisStore.columnsOf`. */
export async function* streamColumns(
  connections: Connections,
  columns: Columns,
  query: Query,
  asked: readonly AskedColumn[],
): AsyncGenerator<(string | number | null)[][]> {
  const found = asked.flatMap((one) => (one.as === 'digest' ? one.columns : [one.column])).map((name) => columns.find(name))
  const from = selectionSql(query, columns, found)
  const select = ['e.id AS id', ...asked.map((one, place) => `${askedSql(one, columns)} AS c${place}`)].join(', ')
  const statements = await inStretches(connections, `SELECT ${select} ${from.sql}`, from, STRETCH_ROWS)
  for await (const part of connections.streamColumns(statements)) yield part as (string | number | null)[][]
}

/** DuckDB's hash, of which a JavaScript number holds 53 bits exactly. */
function askedSql(asked: AskedColumn, columns: Columns): string {
  if (asked.as === 'digest') {
    return `md5(concat_ws(chr(10), ${asked.columns.map((name) => `coalesce(${columns.find(name).sql}::VARCHAR, '')`).join(', ')}))`
  }
  const text = `${columns.find(asked.column).sql}::VARCHAR`
  return asked.as === 'text' ? text : `CASE WHEN ${text} <> '' THEN (hash(${text}) >> 11)::DOUBLE END`
}
