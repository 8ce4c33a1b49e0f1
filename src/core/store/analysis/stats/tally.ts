import type { DuckDBValue } from '@duckdb/node-api'
import type { Dimension, TallySums } from '#record'
import type { Query } from '../../types.ts'
import { type Columns, TALLY_AMOUNT_COLUMNS } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { type BaseSql, baseSql } from './base-sql.ts'
import { readGroups } from './read-groups.ts'

/** See `StatsStore.tally`. */
export async function readTally(
  reader: Reader,
  columns: Columns,
  query: Query,
  { tally, by, limit }: { tally: string; by: Dimension | null; limit: number },
): Promise<TallySums> {
  const measure = columns.tally(tally)
  const amounts = TALLY_AMOUNT_COLUMNS.slice(0, measure.amounts)
  const base = () => baseSql(query, columns, by ? [by] : [], [measure])
  const [{ groups }, lines] = await Promise.all([
    readGroups(reader, base(), [], { where: 'measured' }),
    readSums(reader, base(), amounts, limit),
  ])
  const sumsOf = (line: readonly DuckDBValue[]) => ({ examples: Number(line[0]), amounts: line.slice(1).map(Number) })
  const width = amounts.length + 1
  const rows = new Map<string, TallySums['rows'][number]>()
  for (const [key, group, ...line] of lines) {
    const row = rows.get(String(key)) ?? { key: String(key), ...sumsOf(line.slice(0, width)), groups: [] }
    const place = groups.findIndex(({ keys }) => keys[0] === group)
    rows.set(row.key, row)
    if (!by) continue
    if (row.groups.length === 0) row.groups = groups.map(() => ({ examples: 0, amounts: amounts.map(() => 0) }))
    if (place >= 0) row.groups[place] = sumsOf(line.slice(width, 2 * width))
  }
  const [first] = lines
  const [keyCount = 0, ...total] = first ? first.slice(2 + 2 * width).map(Number) : [0, ...amounts.map(() => 0)]
  return {
    tally,
    total,
    keyCount,
    rows: [...rows.values()],
    groups: groups.map(({ keys, values: [measured] }) => ({ keys, measured: Number(measured) })),
  }
}

/** A line for each key and group: both, the key's sums, the group's sums in it, and the sums over everything. */
function readSums(reader: Reader, { sql, keys, bindings }: BaseSql, amounts: readonly string[], limit: number): Promise<DuckDBValue[][]> {
  const list = (write: (amount: string) => string) => amounts.map((amount) => `, ${write(amount)}`).join('')
  return reader.read(
    `WITH entries AS MATERIALIZED (
       SELECT "key", group_key, count(*) AS examples${list((a) => `sum(${a}) AS ${a}`)}
       FROM (SELECT ${keys === '' ? "''" : keys} AS group_key, unnest(x0."key") AS "key"${list((a) => `unnest(x0.${a}) AS ${a}`)}
         FROM ${sql} WHERE measured)
       GROUP BY ALL),
     everything AS (SELECT count(DISTINCT "key") AS key_count${list((a) => `sum(${a}) AS all_${a}`)} FROM entries),
     sums AS (
       SELECT "key", sum(examples) AS examples${list((a) => `sum(${a}) AS ${a}`)} FROM entries GROUP BY "key" ORDER BY a DESC, "key" LIMIT ${limit})
     SELECT s."key", e.group_key, s.examples${list((a) => `s.${a}`)}, e.examples${list((a) => `e.${a}`)}, key_count${list((a) => `all_${a}`)}
     FROM sums s JOIN entries e USING ("key"), everything ORDER BY s.a DESC, s."key"`,
    bindings.values,
  )
}
