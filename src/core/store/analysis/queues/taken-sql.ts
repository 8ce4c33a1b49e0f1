import type { JudgePlan } from '#filter'
import { assertNever, type QueueDefinition } from '#record'
import type { Column, Columns } from '../columns.ts'
import { tieSql } from '../judging/fail-behind.ts'
import { sortSql } from '../sort-sql.ts'
import { distanceSql } from './distance-sql.ts'
import { lotSql } from './lot-sql.ts'

/** What the examples of a queue are taken by. */
export interface Taking {
  definition: QueueDefinition
  columns: Columns
  /** `FROM ... WHERE ...` of what it chooses from, over the aliases e and s. */
  from: string
  /** Of `stratified`. */
  group: Column | null
  /** The plan in force, and the weight of each of its steps. */
  plan: JudgePlan
  weights: readonly number[]
}

/** The examples a queue takes, in its order: `SELECT ...` of these columns over the alias e. */
export function takenSql(taking: Taking, select: string): string {
  const { definition, columns, plan, weights } = taking
  const tie = tieSql(definition.seed)
  switch (definition.order) {
    case 'stored':
      return firstSql(taking, select, sortSql(definition.sort, columns).sql)
    case 'random':
      return firstSql(taking, select, tie)
    case 'disagreements':
      return firstSql(taking, select, `s."isDisputed" DESC, s.seq DESC, ${tie}`)
    case 'borderline':
      return firstSql(taking, select, `${distanceSql(plan, weights, columns)}, ${tie}`)
    case 'stratified':
      return stratifiedSql(taking, select)
    case 'by-instance':
      return byInstanceSql(taking, select)
    default:
      return assertNever(definition.order, 'order')
  }
}

function firstSql({ from, definition }: Taking, select: string, order: string): string {
  return `SELECT ${select} ${from} ORDER BY ${order} LIMIT ${BigInt(definition.size)}`
}

/**
 * One of each group in turn, by lot, until there are enough: so groups have as many as each other, and what a small one lacks goes to those that
 * have more. Then each group is spread evenly over the queue, so that its first part has the shares of the whole.
 */
function stratifiedSql({ from, definition, group }: Taking, select: string): string {
  return `WITH matching AS (SELECT e.rowid AS place, md5_number((${group?.sql ?? 'NULL'})::VARCHAR) AS grouped, ${lotSql(definition, 'order', 'e.id')} AS lot ${from}),
      ranked AS (SELECT *, row_number() OVER (PARTITION BY grouped ORDER BY lot) AS nth FROM matching),
      taken AS (SELECT * FROM ranked ORDER BY nth, lot LIMIT ${BigInt(definition.size)}),
      spread AS (SELECT place, lot, (nth - 0.5) / count(*) OVER (PARTITION BY grouped) AS at FROM taken)
    SELECT ${select} FROM spread JOIN examples e ON e.rowid = spread.place ORDER BY spread.at, spread.lot`
}

/** Instances by lot, as many whole ones as there is room for; the first one is cut when it is larger than that. An example without one is alone. */
function byInstanceSql({ from, definition, columns }: Taking, select: string): string {
  const size = BigInt(definition.size)
  const instance = `coalesce('instance ' || e."instanceId", 'example ' || e.id)`
  return `WITH matching AS MATERIALIZED (SELECT e.rowid AS place, ${lotSql(definition, 'instance', instance)} AS lot ${from}),
      instances AS (SELECT lot, count(*) AS attempts FROM matching GROUP BY lot ORDER BY lot LIMIT ${size}),
      fitting AS (SELECT lot FROM instances QUALIFY sum(attempts) OVER (ORDER BY lot) <= ${size} OR row_number() OVER (ORDER BY lot) = 1)
    SELECT ${select} FROM fitting JOIN matching USING (lot) JOIN examples e ON e.rowid = matching.place
    ORDER BY lot, e.resolved DESC, ${columns.optional('traj_tokens').sql} NULLS LAST, e.id LIMIT ${size}`
}
