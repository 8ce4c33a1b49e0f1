import { isJsonObject, type Json, type RawRow, type Rejection } from '#record'
import type { ColumnMap } from './types.ts'

/**
 * A row with its columns called as the map says: a mapped column loses its own name, and a column whose name is taken by another gives way.
 * A row of a mapped source always has an `instance_id`, null at need: mapping is how a person says that these rows are runs.
 */
export function renameColumns(row: Json, map: ColumnMap): Json {
  if (!isJsonObject(row)) return row
  const pairs = Object.entries(map)
  const isTaken = new Set([...Object.keys(map), ...Object.values(map)])
  const kept = Object.entries(row).filter(([column]) => !isTaken.has(column))
  const mapped = pairs.flatMap(([target, column]): [string, Json][] => (Object.hasOwn(row, column) ? [[target, row[column] ?? null]] : []))
  const renamed = Object.fromEntries([...kept, ...mapped])
  return Object.hasOwn(renamed, 'instance_id') ? renamed : { ...renamed, instance_id: null }
}

/** Rows renamed as they come. */
export async function* renameRows(rows: AsyncIterable<RawRow | Rejection>, map: ColumnMap): AsyncGenerator<RawRow | Rejection> {
  for await (const row of rows) yield 'value' in row ? { ...row, value: renameColumns(row.value, map) } : row
}
