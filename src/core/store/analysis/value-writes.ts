import type { DuckDBConnection } from '@duckdb/node-api'
import type { MeasureInfo } from '#record'
import type { ValueWrite } from '../types.ts'
import { measureColumn } from './columns.ts'
import { append } from './connections.ts'
import { forgetJudged } from './judging/plan-in-force.ts'
import { appendValue, measured } from './writes.ts'

/** See `AnalysisStore.putValues`. One join a batch: an update row by row would walk the table for each. */
export async function putValues(
  connection: DuckDBConnection,
  measures: readonly MeasureInfo[],
  only: readonly string[],
  rows: readonly ValueWrite[],
): Promise<void> {
  const put = measures.filter(({ id }) => only.includes(id))
  const columns = put.map(({ id }) => measureColumn(id))
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE incoming AS SELECT ${['id', '"contentHash"', ...columns].join(', ')} FROM examples LIMIT 0`,
  )
  await append(connection, 'incoming', rows, (appender, { id, contentHash, values }) => {
    appender.appendVarchar(id)
    appender.appendVarchar(contentHash)
    for (const measure of put) appendValue(appender, measured(measure, values))
  })
  const changes = [...columns.map((column) => `${column} = i.${column}`), 'lacks = NULL'].join(', ')
  await connection.run(
    `UPDATE examples SET ${changes} FROM incoming i WHERE examples.id = i.id AND examples."contentHash" = i."contentHash"
       AND examples.lacks IN (SELECT id FROM lacks WHERE list_has_all(from_json($1, '["VARCHAR"]'), from_json(measures, '["VARCHAR"]')))`,
    [JSON.stringify(only)],
  )
  await forgetJudged(connection)
}
