import type { DuckDBValue } from '@duckdb/node-api'
import { DuckDBListValue } from '@duckdb/node-api'
import { type Dimension, PERCENTILES, type Summary, type SummaryCell } from '#record'
import type { Query } from '../../types.ts'
import type { Column, Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { baseSql } from './base-sql.ts'
import { quantileSql } from './quantile-sql.ts'
import { readGroups } from './read-groups.ts'

/** The least and the greatest come along with the percentiles: to look for them apart costs four times as much. */
const QUANTILES = [0, ...PERCENTILES.map((percentile) => percentile / 100), 1]

/** Aggregates of one cell, in the order {@link cellOf} reads them; the quantiles come behind. */
const CELL = ['count', 'avg', 'stddev_samp'] as const
const WIDTH = CELL.length + 1

/** Measures a statement. One processor alone puts a statement's values in order at the end; two statements beside one another use both. */
const AT_ONCE = 4

/** See `StatsStore.summary`. */
export async function readSummary(
  reader: Reader,
  columns: Columns,
  query: Query,
  by: readonly Dimension[],
  measures: readonly string[],
): Promise<Summary> {
  const reads = measures.map((id) => columns.countable(id))
  const parts = Array.from({ length: Math.ceil(reads.length / AT_ONCE) }, (_, part) => reads.slice(part * AT_ONCE, (part + 1) * AT_ONCE))
  const [first, ...others] = await Promise.all(parts.map((part) => readPart(reader, columns, query, by, part)))
  if (!first) return { groups: [], groupsLeftOut: 0 }
  const groups = first.groups.map((group) => ({
    ...group,
    cells: [...group.cells, ...others.flatMap((part, at) => cellsOf(part, group.keys, parts[at + 1]?.length ?? 0))],
  }))
  return { ...first, groups }
}

/** A few of the measures. */
async function readPart(
  reader: Reader,
  columns: Columns,
  query: Query,
  by: readonly Dimension[],
  reads: readonly Column[],
): Promise<Summary> {
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
      cells: reads.map((_, place) => cellOf(line.slice(place * WIDTH, (place + 1) * WIDTH))),
    })),
    groupsLeftOut,
  }
}

/** The cells of the same group in another part: without values where its rows came or went between the two. */
function cellsOf({ groups }: Summary, keys: readonly string[], width: number): SummaryCell[] {
  const same = groups.find((group) => group.keys.every((key, place) => key === keys[place]))
  return same?.cells ?? Array.from({ length: width }, () => cellOf([]))
}

function cellOf([count, mean, std, quantiles]: readonly DuckDBValue[]): SummaryCell {
  const found = quantiles instanceof DuckDBListValue ? quantiles.items.map(Number) : null
  return {
    count: Number(count ?? 0),
    mean: numberOf(mean),
    std: numberOf(std),
    min: found?.at(0) ?? null,
    max: found?.at(-1) ?? null,
    percentiles: found?.slice(1, -1) ?? null,
  }
}

function numberOf(value: DuckDBValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}
