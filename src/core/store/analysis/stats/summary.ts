import type { DuckDBValue } from '@duckdb/node-api'
import { DuckDBListValue } from '@duckdb/node-api'
import { type Dimension, PERCENTILES, type Summary, type SummaryCell } from '#record'
import type { Query } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { baseSql } from './base-sql.ts'
import { quantileSql } from './quantile-sql.ts'
import { readGroups } from './read-groups.ts'

const QUANTILES = PERCENTILES.map((percentile) => percentile / 100)

/** Aggregates of one cell, in the order {@link cellOf} reads them. */
const CELL = ['count', 'avg', 'stddev_samp', 'min', 'max'] as const
const WIDTH = CELL.length + 1

/** See `StatsStore.summary`. */
export async function readSummary(
  reader: Reader,
  columns: Columns,
  query: Query,
  by: readonly Dimension[],
  measures: readonly string[],
): Promise<Summary> {
  const reads = measures.map((id) => columns.countable(id))
  const base = baseSql(query, columns, by, reads)
  const cells = reads.flatMap(({ type }, place) => [
    ...CELL.map((aggregate) => `${aggregate}(x${place})`),
    quantileSql(`x${place}`, type, QUANTILES),
  ])
  const { groups, groupsLeftOut } = await readGroups(reader, base, ['count(*) FILTER (measured)', ...cells])
  return {
    groups: groups.map(({ keys, values: [examples, measured, ...line] }) => ({
      keys,
      examples: Number(examples),
      measured: Number(measured),
      cells: measures.map((_, place) => cellOf(line.slice(place * WIDTH, (place + 1) * WIDTH))),
    })),
    groupsLeftOut,
  }
}

function cellOf([count, mean, std, min, max, percentiles]: readonly DuckDBValue[]): SummaryCell {
  const found = percentiles instanceof DuckDBListValue ? percentiles.items.map(Number) : null
  return { count: Number(count), mean: numberOf(mean), std: numberOf(std), min: numberOf(min), max: numberOf(max), percentiles: found }
}

function numberOf(value: DuckDBValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}
