import type { Query } from '../../types.ts'
import type { Column, Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { baseSql } from './base-sql.ts'
import { type PlannedAxis, planAxis } from './plan-axis.ts'
import { quantileSql } from './quantile-sql.ts'

/**
 * An axis for each of these columns over the whole selection, so that groups share bins. `clip` is a percentile to end at, which DuckDB wants as
 * a literal.
 */
export async function readAxes(
  reader: Reader,
  columns: Columns,
  query: Query,
  wanted: readonly { column: Column; bins: number }[],
  clip: number | null = null,
): Promise<PlannedAxis[]> {
  const reads = wanted.map(({ column }) => column)
  const { sql, bindings } = baseSql(query, columns, [], reads)
  const isWhole = wanted.map((_, place) => `x${place} IS NOT NULL`).join(' AND ')
  const spreads = wanted.map(({ column }, place) => {
    const top = clip === null ? `max(x${place})` : quantileSql(`x${place}`, column.type, clip)
    return `min(x${place}), ${top}, avg(x${place})`
  })
  const [line = []] = await reader.read(`SELECT ${spreads.join(', ')} FROM ${sql} WHERE ${isWhole}`, bindings.values)
  return wanted.map(({ column, bins }, place) => {
    const [min = 0, top = 0, mean = 0] = line.slice(place * 3, place * 3 + 3).map(Number)
    const isInteger = column.type === 'integer'
    return planAxis({ measure: column.id, isInteger, min, max: isInteger ? Math.floor(top) : top, mean }, bins)
  })
}
