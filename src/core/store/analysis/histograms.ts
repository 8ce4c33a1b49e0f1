import type { DuckDBValue } from '@duckdb/node-api'
import { DuckDBMapValue } from '@duckdb/node-api'
import type { Histogram } from '#record'
import type { Query } from '../types.ts'
import { Bindings } from './bindings.ts'
import type { Column, Columns } from './columns.ts'
import type { Reader } from './connections.ts'
import { selectionSql } from './selection-sql.ts'

const BINS = 24

/** A maximum this many times the mean is a long tail: on a linear axis nearly all rows would share the first bin. */
const TAIL = 10

/** Where a measure's bins lie. */
interface Axis {
  column: Column
  min: number
  max: number
  isLog: boolean
  bins: number
}

/**
 * A histogram for each of these measures, in their order. A measure's own range does not narrow its histogram: the rest of the query does.
 *
 * @throws FaultError `bad-input` for a measure there is not, or one without numbers
 */
export async function histogramsOf(reader: Reader, columns: Columns, query: Query, measures: readonly string[]): Promise<Histogram[]> {
  const wanted = measures.map((id) => columns.numeric(id))
  const ranged = wanted.filter(({ id }) => query.ranges?.[id] !== undefined)
  const groups = [wanted.filter((column) => !ranged.includes(column)), ...ranged.map((column) => [column])].filter(
    ({ length }) => length > 0,
  )
  const found = (await Promise.all(groups.map((group) => drawGroup(reader, columns, query, group)))).flat()
  return wanted.flatMap(({ id }) => found.find(({ measure }) => measure === id) ?? [])
}

/** Measures that share one selection. One pass finds the axes, one fills the bins. */
async function drawGroup(reader: Reader, columns: Columns, query: Query, group: readonly Column[]): Promise<Histogram[]> {
  const others = Object.fromEntries(Object.entries(query.ranges ?? {}).filter(([id]) => !group.some((column) => column.id === id)))
  const selection = selectionSql({ ...query, ranges: others }, columns)
  const limits = group.map(({ sql }) => `min(${sql}), max(${sql}), avg(${sql})`).join(', ')
  const [line = []] = await reader.read(`SELECT ${limits} ${selection.sql}`, selection.values)
  const axes = group.map((column, place) => axisOf(column, line.slice(place * 3, place * 3 + 3)))
  const bindings = new Bindings()
  for (const value of selection.values) bindings.add(value)
  const binned = axes.map((axis) => `histogram(${binSql(axis, bindings)})`).join(', ')
  const [filled = []] = await reader.read(`SELECT ${binned} ${selection.sql}`, bindings.values)
  return axes.map((axis, place) => toHistogram(axis, filled[place]))
}

function axisOf(column: Column, [low, high, mean]: readonly DuckDBValue[]): Axis {
  const [min, max] = [Number(low ?? 0), Number(high ?? 0)]
  const isLog = min >= 0 && max > TAIL * (Number(mean ?? 0) + 1)
  const isNarrow = column.type === 'integer' && !isLog && max - min < BINS
  return { column, min, max, isLog, bins: max === min ? 1 : isNarrow ? max - min + 1 : BINS }
}

/** From which bin, from 0; the largest value falls into the last one. */
function binSql({ column, min, max, isLog, bins }: Axis, bindings: Bindings): string {
  const scale = isLog ? (x: number) => Math.log10(1 + x) : (x: number) => x
  const value = isLog ? `log10(1 + ${column.sql})` : column.sql
  const width = scale(max) - scale(min)
  if (width === 0) return `CASE WHEN ${column.sql} IS NOT NULL THEN 0 END`
  const place = `floor((${value} - ${bindings.add(scale(min))}) / ${bindings.add(width)} * ${bindings.add(bins)})`
  return `CASE WHEN ${column.sql} IS NOT NULL THEN least(${bins - 1}, greatest(0, ${place}))::INTEGER END`
}

function toHistogram({ column, min, max, isLog, bins }: Axis, filled: DuckDBValue | undefined): Histogram {
  const counts = Array.from({ length: bins }, () => 0)
  for (const { key, value } of filled instanceof DuckDBMapValue ? filled.entries : []) counts[Number(key)] = Number(value)
  return { measure: column.id, min, max, bins: counts, isLog }
}
