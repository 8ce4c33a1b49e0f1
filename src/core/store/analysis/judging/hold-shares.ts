import type { DuckDBConnection } from '@duckdb/node-api'
import type { ShareStep } from '#filter'
import type { Columns } from '../columns.ts'
import { failBehind, STAYING, tieSql } from './fail-behind.ts'
import { plainColumn } from './readable-column.ts'
import { shareLimit } from './share-limit.ts'

/** Fails so many of the values it holds down that none has more than its share; see {@link shareLimit}. Rows without a value are never held down. */
export async function holdShares(connection: DuckDBConnection, columns: Columns, step: ShareStep, bit: string): Promise<void> {
  const group = plainColumn(columns, step.of).sql
  const value = `(${group})::VARCHAR`
  const counts = (await connection.runAndReadAll(`SELECT ${value}, count(*) ${STAYING} GROUP BY ${group}`)).getRows()
  const isHeld = (told: unknown): told is string => typeof told === 'string' && (step.only?.includes(told) ?? true)
  const held = counts.flatMap(([told, n]) => (isHeld(told) ? [{ told, n: Number(n) }] : []))
  const free = counts.reduce((sum, [told, n]) => (isHeld(told) ? sum : sum + Number(n)), 0)
  const limit = shareLimit({ held: held.map(({ n }) => n), free }, step.most)
  const over = held.filter(({ n }) => n > limit).map(({ told }) => told)
  if (over.length === 0) return
  const rows = `${STAYING} AND ${value} IN (SELECT unnest(from_json($1, '["VARCHAR"]')))`
  await failBehind(connection, { bit, rows, values: [JSON.stringify(over)], group, order: [tieSql(step.seed)], most: BigInt(limit) })
}
