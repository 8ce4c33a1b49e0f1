import type { Axis, Density, Dimension } from '#record'
import { MOST_GROUPS } from '#record'
import type { Query } from '../../types.ts'
import type { Bindings } from '../bindings.ts'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { type BaseSql, baseSql, withoutRanges } from './base-sql.ts'
import { type PlannedAxis, scaled } from './plan-axis.ts'
import { readAxes } from './read-axis.ts'

/** What a density is asked with. */
interface DensityOptions {
  x: string
  y: string
  by: Dimension | null
  columns: number
  rows: number
  points: number
}

/** Both values are there. */
const WHOLE = 'x0 IS NOT NULL AND x1 IS NOT NULL'

/** See `StatsStore.density`. */
export async function readDensity(reader: Reader, columns: Columns, query: Query, options: DensityOptions): Promise<Density> {
  const [one, other] = [columns.numeric(options.x), columns.numeric(options.y)]
  const others = withoutRanges(query, [options.x, options.y])
  const [x, y] = await readAxes(reader, columns, others, [
    { column: one, bins: options.columns },
    { column: other, bins: options.rows },
  ])
  if (!x || !y) throw new Error('two columns have two axes')
  const by = options.by ? [options.by] : []
  const base = () => baseSql(others, columns, by, [one, other, columns.find('id')])
  const all = await readCells(reader, base(), x, y)
  const n = all.reduce((sum, group) => sum + group.n, 0)
  return {
    x: axisAlone(x),
    y: axisAlone(y),
    columns: x.bins,
    rows: y.bins,
    n,
    groups: all.length === 0 && !options.by ? [{ keys: [], n, cells: [] }] : all.slice(0, MOST_GROUPS),
    groupsLeftOut: Math.max(0, all.length - MOST_GROUPS),
    points: n <= options.points ? await readPoints(reader, base()) : null,
  }
}

function axisAlone({ bins: _, ...axis }: PlannedAxis): Axis {
  return axis
}

/** Groups with their cells, most examples first, ties by key. */
async function readCells(reader: Reader, { sql, keys, bindings }: BaseSql, x: PlannedAxis, y: PlannedAxis): Promise<Density['groups']> {
  const cell = `(${binSql('x1', y, bindings)} * ${x.bins} + ${binSql('x0', x, bindings)})::INTEGER`
  const inside = [`x0 >= ${bindings.add(x.min)}`, `x1 >= ${bindings.add(y.min)}`].join(' AND ')
  const key = keys === '' ? "''" : keys
  const lines = await reader.read(
    // Grouped by constants alone, nothing is one group of no rows.
    `SELECT ${key} AS key, ${cell} AS cell, count(*) AS n FROM ${sql} WHERE ${WHOLE} AND ${inside}
     GROUP BY ALL HAVING count(*) > 0 ORDER BY key, cell`,
    bindings.values,
  )
  const groups = new Map<string, Density['groups'][number]>()
  for (const [value, place, count] of lines) {
    const group = groups.get(String(value)) ?? { keys: keys === '' ? [] : [String(value)], n: 0, cells: [] }
    group.n += Number(count)
    group.cells.push([Number(place), Number(count)])
    groups.set(String(value), group)
  }
  return [...groups.values()].sort((one, other) => other.n - one.n)
}

/** From which bin, from 0, of values that are not below the axis; the largest, and what came above it since, falls into the last one. */
function binSql(column: string, axis: PlannedAxis, bindings: Bindings): string {
  const [low, high] = [scaled(axis, axis.min), scaled(axis, axis.max)]
  if (low === high) return '0'
  const value = axis.isLog ? `log10(1 + ${column})` : column
  const place = `floor((${value} - ${bindings.add(low)}) / ${bindings.add(high - low)} * ${bindings.add(axis.bins)})`
  return `least(${axis.bins - 1}, ${place})`
}

async function readPoints(reader: Reader, { sql, keys, bindings }: BaseSql): Promise<Density['points']> {
  const list = ['x2', 'x0', 'x1', keys].filter((part) => part !== '').join(', ')
  const lines = await reader.read(`SELECT ${list} FROM ${sql} WHERE ${WHOLE} ORDER BY x2`, bindings.values)
  return lines.map(([id, x, y, ...values]) => ({ id: String(id), x: Number(x), y: Number(y), keys: values.map(String) }))
}
