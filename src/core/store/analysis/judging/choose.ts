import type { DuckDBConnection } from '@duckdb/node-api'
import type { ChooseStep } from '#filter'
import type { Columns } from '../columns.ts'
import { failBehind, STAYING, tieSql } from './fail-behind.ts'
import { plainColumn } from './readable-column.ts'

/** Fails those of each group that come behind the most it may have. Rows without a group are each their own. */
export async function choose(connection: DuckDBConnection, columns: Columns, step: ChooseStep, bit: string): Promise<void> {
  const group = plainColumn(columns, step.per).sql
  const preferred = step.prefer.map(
    ({ column, order }) => `${plainColumn(columns, column).sql} ${order === 'most' ? 'DESC' : 'ASC'} NULLS LAST`,
  )
  const most = BigInt(step.most)
  const rows = `${STAYING} AND ${group} IS NOT NULL`
  await failBehind(connection, { bit, rows, group, order: [...preferred, tieSql(step.seed)], most })
}
