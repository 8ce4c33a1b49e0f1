import type { ExampleRow, Sort } from '#record'
import type { Query } from '../types.ts'
import type { Columns } from './columns.ts'
import type { Connections, Statement } from './connections.ts'
import { type RowOptions, rowColumns, rowReader } from './row-columns.ts'
import { selectionSql } from './selection-sql.ts'
import { sortSql } from './sort-sql.ts'

/**
 * Rows put in order at once. A sort holds the rows it sorts, a hundred columns each: 200,000 at once took more memory than DuckDB is given, while
 * stretches of this many need little however many there are, and reading the table once for each costs a tenth more.
 */
const STRETCH_ROWS = 16_384

/** Every row of a query, streamed in order. */
export async function* streamRows(
  connections: Connections,
  columns: Columns,
  query: Query,
  sort: Sort | null,
  options: RowOptions = {},
): AsyncGenerator<ExampleRow> {
  const { sql, values } = selectionSql(query, columns, [{ isJoined: true }])
  const select = `SELECT ${rowColumns(columns, options)} ${sql}`
  const statements = sort
    ? [{ sql: `${select} ORDER BY ${sortSql(sort, columns).sql}`, values }]
    : await inStretches(connections, select, { sql, values }, STRETCH_ROWS)
  const read = rowReader(columns, options)
  for await (const line of connections.stream(statements)) yield read(line)
}

/** A query in id order, `rows` at a time: its select list, and what it is from. */
export async function inStretches(connections: Connections, select: string, from: Statement, rows: number): Promise<Statement[]> {
  return stretchesOf({ sql: select, values: from.values }, await boundsOf(connections, from, rows))
}

/** Ids that divide a selection into stretches: the first id of each but the first. */
async function boundsOf(connections: Connections, { sql, values }: Statement, rows: number): Promise<string[]> {
  const lines = await connections.read(
    `SELECT id FROM (SELECT e.id AS id, row_number() OVER (ORDER BY e.id) AS place ${sql})
     WHERE place > 1 AND place % ${rows} = 1 ORDER BY id`,
    values,
  )
  return lines.map(([id]) => String(id))
}

/** Rows in stretches that leave nothing out, whatever was added since the bounds were read: the first and the last are open. */
function stretchesOf({ sql, values }: Statement, bounds: readonly string[]): Statement[] {
  return Array.from({ length: bounds.length + 1 }, (_, at) => {
    const bound = [...values]
    const limits = [
      ...bounds.slice(Math.max(0, at - 1), at).map((id) => `id >= $${bound.push(id)}`),
      ...bounds.slice(at, at + 1).map((id) => `id < $${bound.push(id)}`),
    ]
    return { sql: `FROM (${sql}) stretch ${limits.length > 0 ? 'WHERE' : ''} ${limits.join(' AND ')} ORDER BY id`, values: bound }
  })
}
