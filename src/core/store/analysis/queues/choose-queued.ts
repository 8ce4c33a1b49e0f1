import type { QueueDefinition, QueueItem } from '#record'
import type { Query } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { tieSql } from '../judging/fail-behind.ts'
import { selectionSql } from '../selection-sql.ts'
import { sortSql } from '../sort-sql.ts'
import { needsSql } from './needs-sql.ts'
import { queueQuery } from './queue-query.ts'

/** See `AnalysisStore.chooseQueued`. */
export async function chooseQueued(
  reader: Reader,
  columns: Columns,
  query: Query,
  definition: QueueDefinition,
): Promise<Omit<QueueItem, 'contentHash'>[]> {
  const sort = sortSql(definition.order === 'stored' ? definition.sort : null, columns)
  const order = definition.order === 'stored' ? sort.sql : tieSql(definition.seed)
  const { sql, values } = selectionSql(queueQuery(query, definition), columns, [sort.column])
  const lines = await reader.read(`SELECT e.id, ${needsSql(definition)} ${sql} ORDER BY ${order} LIMIT ${BigInt(definition.size)}`, values)
  return lines.map(([id, needs]) => ({ id: String(id), needs: Number(needs) }))
}
