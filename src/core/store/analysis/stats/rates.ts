import type { DuckDBValue } from '@duckdb/node-api'
import type { Dimension, Rates } from '#record'
import type { Query } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { baseSql } from './base-sql.ts'
import { shareOf } from './share.ts'

/** See `StatsStore.rates`. Groups are cut off by `least` alone. */
export async function readRates(reader: Reader, columns: Columns, query: Query, by: readonly Dimension[], least: number): Promise<Rates> {
  const { sql, keys, bindings } = baseSql(query, columns, by, [columns.find('resolved')])
  const lines = await reader.read(
    `SELECT count(*) AS rows, count(*) FILTER (x0 IN (0, 1)), count(*) FILTER (x0 = 1), ${keys} FROM ${sql}
     GROUP BY ${keys} ORDER BY rows DESC, ${keys}`,
    bindings.values,
  )
  const groups = lines.map(groupOf)
  const told = groups.filter(({ resolved }) => resolved.n >= least)
  const hidden = groups.filter(({ resolved }) => resolved.n < least)
  const sum = (part: typeof groups, count: 'n' | 'hits') => part.reduce((total, { resolved }) => total + resolved[count], 0)
  return {
    least,
    groups: told,
    hidden: { groups: hidden.length, labelled: sum(hidden, 'n') },
    all: shareOf(sum(groups, 'hits'), sum(groups, 'n')),
  }
}

function groupOf([examples, labelled, resolved, ...keys]: readonly DuckDBValue[]): Rates['groups'][number] {
  return { keys: keys.map(String), examples: Number(examples), resolved: shareOf(Number(resolved), Number(labelled)) }
}
