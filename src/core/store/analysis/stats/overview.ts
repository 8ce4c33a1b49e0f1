import type { DuckDBValue } from '@duckdb/node-api'
import type { Overview } from '#record'
import type { Query } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { baseSql } from './base-sql.ts'
import { quantileSql } from './quantile-sql.ts'
import { shareOf } from './share.ts'

/** What is read, in the order the aggregates name it. A workspace without one of these measures has nothing to say of it. */
const READ = ['traj_tokens', 'n_messages', 'calls', 'failed_calls', 'tests_after_last_edit']

const AGGREGATES = [
  'count(*)',
  'count(*) FILTER (measured)',
  'count(*) FILTER (x5 IN (0, 1))',
  'count(*) FILTER (x5 = 1)',
  quantileSql('x0', 'integer', 0.5),
  quantileSql('x1', 'integer', 0.5),
  'sum(x2) FILTER (x3 IS NOT NULL)',
  'sum(x3)',
  'count(x4)',
  'count(*) FILTER (x4::BOOLEAN)',
]

/** See `StatsStore.overview`. */
export async function readOverview(reader: Reader, columns: Columns, query: Query): Promise<Overview> {
  const reads = [...READ.map((id) => columns.optional(id)), columns.find('resolved')]
  const { sql, bindings } = baseSql(query, columns, [], reads)
  const [line = []] = await reader.read(`SELECT ${AGGREGATES.join(', ')} FROM ${sql}`, bindings.values)
  const [examples = 0, measured = 0, labelled = 0, resolved = 0, tokens, messages, calls = 0, failed = 0, edited = 0, tested = 0] = line
  return {
    examples: Number(examples),
    measured: Number(measured),
    resolved: shareOf(Number(resolved), Number(labelled)),
    medianTokens: medianOf(tokens),
    medianMessages: medianOf(messages),
    failedCalls: shareOf(Number(failed), Number(calls)),
    testedAfterLastEdit: shareOf(Number(tested), Number(edited)),
  }
}

function medianOf(value: DuckDBValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}
