import type { JudgePlan } from '#filter'
import { fault, type QueueDefinition, type QueueItem } from '#record'
import type { Query, QueueCounts } from '../../types.ts'
import type { Bound } from '../bindings.ts'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { selectionSql } from '../selection-sql.ts'
import { sortSql } from '../sort-sql.ts'
import { groupColumn, isMeasure } from './group-column.ts'
import { needsSql } from './needs-sql.ts'
import { queueQuery } from './queue-query.ts'
import { readWeights } from './read-weights.ts'
import { type Taking, takenSql } from './taken-sql.ts'

/** Groups told of, largest first. */
const GROUPS_TOLD = 50

/** See `AnalysisStore.chooseQueued`. */
export async function chooseQueued(
  reader: Reader,
  columns: Columns,
  query: Query,
  definition: QueueDefinition,
  plan: JudgePlan,
): Promise<Omit<QueueItem, 'contentHash'>[]> {
  const { taking, values } = await takingOf(reader, columns, query, definition, plan)
  const lines = await reader.read(takenSql(taking, `e.id, ${needsSql(definition)}`), values)
  return lines.map(([id, needs]) => ({ id: String(id), needs: Number(needs) }))
}

/** See `AnalysisStore.previewQueued`. */
export async function previewQueued(
  reader: Reader,
  columns: Columns,
  query: Query,
  definition: QueueDefinition,
  plan: JudgePlan,
): Promise<QueueCounts> {
  const { taking, values } = await takingOf(reader, columns, query, definition, plan)
  const value = (taking.group ?? columns.find('verdict')).sql
  const lines = await reader.read(
    `WITH among AS (SELECT e.rowid AS place, coalesce((${value})::VARCHAR, '') AS value ${taking.from}),
       taken AS (${takenSql(taking, 'e.rowid AS place')}),
       groups AS (SELECT value, count(*) AS matching, count(taken.place) AS taken FROM among LEFT JOIN taken USING (place) GROUP BY value)
     SELECT value, matching, taken, sum(matching) OVER (), sum(taken) OVER () FROM groups ORDER BY matching DESC, value LIMIT ${GROUPS_TOLD}`,
    values,
  )
  const [, , , matching = 0, taken = 0] = (lines[0] ?? []).map(Number)
  return {
    matching,
    taken,
    groups: lines.map(([told, among, of]) => ({ value: String(told), matching: Number(among), taken: Number(of) })),
  }
}

async function takingOf(
  reader: Reader,
  columns: Columns,
  query: Query,
  definition: QueueDefinition,
  plan: JudgePlan,
): Promise<{ taking: Taking; values: readonly Bound[] }> {
  const group = groupColumn(definition, columns)
  const sort = sortSql(definition.order === 'stored' ? definition.sort : null, columns)
  const asked = queueQuery(query, definition, group !== null && isMeasure(group))
  const { sql, values } = selectionSql(asked, columns, [sort.column, ...(group ? [group] : [])])
  const isBorderline = definition.order === 'borderline'
  if (isBorderline && columns.inForce.plan?.hash !== plan.hash) throw beingJudged()
  const weights = isBorderline ? await readWeights(reader, plan) : []
  return { taking: { definition, columns, from: sql, group, plan, weights }, values }
}

function beingJudged() {
  return fault('conflict', 'The recipe is being applied, and nobody can tell yet which verdicts are close.', {
    culprit: 'borderline',
    remedy: 'Wait until it has been, and try again.',
  })
}
