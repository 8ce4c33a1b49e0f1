import type { DuckDBConnection } from '@duckdb/node-api'
import type { JudgePlan } from '#filter'
import { fault } from '#record'
import { Bindings } from '../bindings.ts'
import type { Columns } from '../columns.ts'
import { columnsOf, expressionSql } from '../expression-sql.ts'
import { ASIDE } from './aside.ts'
import { bitSql, MOST_STEPS } from './bits.ts'
import { canonicalOrder } from './canonical-order.ts'
import { choose } from './choose.ts'
import { faultSql } from './fault-sql.ts'
import { holdShares } from './hold-shares.ts'
import { ownColumn } from './readable-column.ts'

/** Which rows are judged, and whether somebody still wants to know. */
export interface AsideOptions {
  /** Those without a verdict alone; only where each row is judged by itself. */
  isFreshOnly?: boolean
  signal?: AbortSignal | undefined
}

/**
 * Judges measured rows by a plan, aside from the table, inside the running transaction. A row that fails a `drop` step, or any step as a fault,
 * takes no part in the choosing that comes after.
 *
 * @throws FaultError `bad-input` for more steps than there are bits, or a column a step cannot read; and the signal's reason
 */
export async function judgeAside(
  connection: DuckDBConnection,
  columns: Columns,
  plan: JudgePlan,
  { isFreshOnly = false, signal }: AsideOptions = {},
): Promise<void> {
  if (plan.steps.length > MOST_STEPS) throw tooMany(plan.steps.length)
  signal?.throwIfAborted()
  await drop(connection, columns, plan, isFreshOnly)
  for (const place of canonicalOrder(plan)) {
    signal?.throwIfAborted()
    const step = plan.steps[place]
    if (step?.kind === 'choose') await choose(connection, columns, step, bitSql(place))
    if (step?.kind === 'share') await holdShares(connection, columns, step, bitSql(place))
  }
  signal?.throwIfAborted()
}

/** One pass over the table, for every step that asks each row alone. */
async function drop(connection: DuckDBConnection, columns: Columns, plan: JudgePlan, isFreshOnly: boolean): Promise<void> {
  const bindings = new Bindings()
  const bits = plan.steps.flatMap((step, place) => {
    if (step.kind !== 'drop') return []
    for (const name of columnsOf(step.when)) ownColumn(columns, name)
    return `CASE WHEN ${expressionSql(step.when, columns, bindings)} THEN ${bitSql(place)} ELSE 0 END`
  })
  const fresh = isFreshOnly ? 'AND e.failed IS NULL' : ''
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${ASIDE} AS
     SELECT place, failed | faults AS failed, faults
     FROM (SELECT e.rowid AS place, ${['0::BIGINT', ...bits].join(' + ')} AS failed, ${faultSql(plan, columns)} AS faults
       FROM examples e WHERE e."isMeasured" ${fresh})`,
    [...bindings.values],
  )
}

function tooMany(count: number) {
  return fault('bad-input', `A recipe may have at most ${MOST_STEPS} steps that are on; this one has ${count}.`, {
    remedy: 'Switch some off, or join conditions by "or".',
  })
}
