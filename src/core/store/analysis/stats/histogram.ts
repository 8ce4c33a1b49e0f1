import type { DuckDBValue } from '@duckdb/node-api'
import { DuckDBMapValue } from '@duckdb/node-api'
import type { Dimension, StatsHistogram } from '#record'
import type { Query } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { baseSql, withoutRanges } from './base-sql.ts'
import { edgesOf } from './plan-axis.ts'
import { readAxes } from './read-axis.ts'
import { readGroups } from './read-groups.ts'

/** See `StatsStore.histogram`. One pass finds the axis, one fills the bins. */
export async function readHistogram(
  reader: Reader,
  columns: Columns,
  query: Query,
  { measure, by, bins, clip }: { measure: string; by: Dimension | null; bins: number; clip: number | null },
): Promise<StatsHistogram> {
  const column = columns.numeric(measure)
  const others = withoutRanges(query, [measure])
  const [axis] = await readAxes(reader, columns, others, [{ column, bins }], clip)
  if (!axis) throw new Error('one column has one axis')
  const edges = edgesOf(axis)
  const base = baseSql(others, columns, by ? [by] : [], [column])
  const end = base.bindings.add(axis.max)
  const filled = `histogram(-x0, ${boundariesSql(edges)}) FILTER (x0 <= ${end})`
  const counts = ['count(x0)', `count(*) FILTER (x0 > ${end})`, filled]
  const { groups, groupsLeftOut } = await readGroups(reader, base, counts, { where: 'measured' })
  const { bins: _, ...drawn } = axis
  return {
    axis: drawn,
    edges,
    groups: groups.map(({ keys, values: [, n, above, map] }) => ({
      keys,
      n: Number(n),
      bins: binsOf(edges.length - 1, map),
      above: clip === null ? 0 : Number(above),
    })),
    groupsLeftOut,
  }
}

/**
 * Lower edges turned round, the last bin's first: DuckDB's bins hold their upper boundary, ours their lower edge. The edges themselves are
 * compared, so that a value on an edge is in the bin that begins there, whatever a formula would round it to.
 */
function boundariesSql(edges: readonly number[]): string {
  return `[${edges
    .slice(0, -1)
    .map((edge) => `${-edge}::DOUBLE`)
    .reverse()
    .join(', ')}]`
}

/** Counts from the first bin. A value that came in below the first edge since the axis was read counts in the first bin. */
function binsOf(bins: number, filled: DuckDBValue | undefined): number[] {
  const counts = Array.from({ length: bins }, () => 0)
  for (const [place, { value }] of (filled instanceof DuckDBMapValue ? filled.entries : []).entries()) {
    const bin = Math.max(0, bins - 1 - place)
    counts[bin] = (counts[bin] ?? 0) + Number(value)
  }
  return counts
}
