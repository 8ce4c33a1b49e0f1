import type { Dimension, Windows } from '#record'
import type { Query } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { baseSql } from './base-sql.ts'
import { readGroups } from './read-groups.ts'

/** See `StatsStore.windows`. */
export async function readWindows(
  reader: Reader,
  columns: Columns,
  query: Query,
  { measure, windows, by }: { measure: string; windows: readonly number[]; by: Dimension | null },
): Promise<Windows> {
  const base = baseSql(query, columns, by ? [by] : [], [columns.numeric(measure)])
  const fits = windows.map((window) => `count(*) FILTER (x0 <= ${base.bindings.add(window)})`)
  const { groups, groupsLeftOut } = await readGroups(reader, base, ['count(x0)', ...fits], { where: 'measured' })
  return {
    measure,
    windows: [...windows],
    groups: groups.map(({ keys, values: [, n, ...counts] }) => ({ keys, n: Number(n), fits: counts.map(Number) })),
    groupsLeftOut,
  }
}
