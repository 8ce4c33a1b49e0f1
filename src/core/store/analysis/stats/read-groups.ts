import type { DuckDBValue } from '@duckdb/node-api'
import { type Group, MOST_GROUPS } from '#record'
import type { Reader } from '../connections.ts'
import type { BaseSql } from './base-sql.ts'

/** One group: its keys, and the values asked for. */
interface GroupLine extends Group {
  values: DuckDBValue[]
}

/** The first groups of a base, and how many are left out. */
interface GroupLines {
  groups: GroupLine[]
  groupsLeftOut: number
}

/**
 * Aggregates by group, most rows first, ties by key, at most {@link MOST_GROUPS}. Without dimensions there is one group, of nothing even.
 * `where` narrows the base.
 */
export async function readGroups(
  reader: Reader,
  base: BaseSql,
  aggregates: readonly string[],
  { where = 'true' }: { where?: string } = {},
): Promise<GroupLines> {
  const { sql, keys, bindings } = base
  const list = [keys, 'count(*) AS rows', 'count(*) OVER () AS groups', ...aggregates].filter((part) => part !== '')
  const grouped = keys === '' ? '' : `GROUP BY ${keys}`
  const order = ['rows DESC', keys].filter((part) => part !== '').join(', ')
  const lines = await reader.read(
    `SELECT ${list.join(', ')} FROM ${sql} WHERE ${where} ${grouped} ORDER BY ${order} LIMIT ${MOST_GROUPS}`,
    bindings.values,
  )
  const width = keys === '' ? 0 : keys.split(', ').length
  const all = Number(lines[0]?.[width + 1] ?? 0)
  const groups = lines.map((line) => ({ keys: line.slice(0, width).map(String), values: [line[width] ?? null, ...line.slice(width + 2)] }))
  return { groups, groupsLeftOut: all - groups.length }
}
