import type { DuckDBValue } from '@duckdb/node-api'
import type { Histogram } from '#record'
import type { Query } from '../types.ts'
import type { Column, Columns } from './columns.ts'
import type { Reader } from './connections.ts'
import { selectionSql } from './selection-sql.ts'

const BINS = 24

/** A maximum this many times the mean is a long tail: on a linear axis nearly all rows would share the first bin. */
const TAIL = 10

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

/** Measures that share one selection. What is selected is looked for once, and kept while the axes are found and the bins are filled. */
async function drawGroup(reader: Reader, columns: Columns, query: Query, group: readonly Column[]): Promise<Histogram[]> {
  const others = Object.fromEntries(Object.entries(query.ranges ?? {}).filter(([id]) => !group.some((column) => column.id === id)))
  const { sql, values } = selectionSql({ ...query, ranges: others }, columns)
  const list = (write: (place: number, column: Column) => string) => group.map((column, place) => write(place, column)).join(', ')
  const lines = await reader.read(
    `WITH drawn AS MATERIALIZED (SELECT ${list((at, column) => `${column.sql} AS x${at}`)} ${sql}),
       spreads AS (SELECT ${list((at) => `min(x${at}) AS min${at}, max(x${at}) AS max${at}, avg(x${at}) AS mean${at}`)} FROM drawn),
       scales AS (SELECT *, ${list((at) => `min${at} >= 0 AND max${at} > ${TAIL} * (mean${at} + 1) AS log${at}`)} FROM spreads),
       axes AS MATERIALIZED (SELECT *, ${list((at, { type }) => `${binsSql(at, type)} AS bins${at}`)} FROM scales),
       placed AS (SELECT ${list((at) => `${placeSql(at)} AS place${at}`)} FROM drawn, axes),
       filled AS (
         SELECT ${list((at) => `grouping(place${at}) = 0 AS is${at}`)}, coalesce(${list((at) => `place${at}`)}) AS place, count(*) AS n
         FROM placed GROUP BY GROUPING SETS (${list((at) => `(place${at})`)}))
     SELECT place, n, ${list((at) => `is${at}, min${at}, max${at}, log${at}, bins${at}`)} FROM filled, axes`,
    values,
  )
  return group.map((column, at) => toHistogram(column, partOf(lines, at)))
}

function binsSql(at: number, type: Column['type']): string {
  const isNarrow = type === 'integer' ? `NOT log${at} AND max${at} - min${at} < ${BINS}` : 'false'
  return `CASE WHEN max${at} = min${at} THEN 1 WHEN ${isNarrow} THEN max${at} - min${at} + 1 ELSE ${BINS} END`
}

/** From which bin, from 0; the largest value is one behind the last. */
function placeSql(at: number): string {
  const scaled = (value: string) => `CASE WHEN log${at} THEN log10(1 + ${value}) ELSE ${value} END`
  const [from, to] = [scaled(`min${at}`), scaled(`max${at}`)]
  // Of values that are all the same the width is 0.
  return `TRY_CAST(floor((${scaled(`x${at}`)} - ${from}) / (${to} - ${from} + (max${at} = min${at})::INTEGER) * bins${at}) AS TINYINT)`
}

/** Columns of a line that tell of one measure's axis. */
const AXIS = 5

/** The lines of one measure: place, count, and its axis. */
function partOf(lines: readonly DuckDBValue[][], at: number): DuckDBValue[][] {
  const start = 2 + at * AXIS
  return lines.filter((line) => line[start] === true).map(([place = null, n = 0, ...axes]) => [place, n, ...axes.slice(at * AXIS + 1)])
}

/** Nothing selected, or nothing with a value, is one bin at 0. */
function toHistogram({ id }: Column, lines: readonly DuckDBValue[][]): Histogram {
  const [, , min, max, isLog, bins] = lines[0] ?? []
  const counts = Array.from({ length: Number(bins ?? 1) }, () => 0)
  for (const [place, n] of lines.filter(([place]) => place !== null)) {
    const bin = Math.min(counts.length - 1, Math.max(0, Number(place)))
    counts[bin] = (counts[bin] ?? 0) + Number(n)
  }
  return { measure: id, min: Number(min ?? 0), max: Number(max ?? 0), bins: counts, isLog: isLog === true }
}
