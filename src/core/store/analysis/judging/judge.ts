import type { DuckDBConnection } from '@duckdb/node-api'
import type { FailedCount, JudgePlan } from '#filter'
import type { JudgeOptions } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Connections } from '../connections.ts'
import { ASIDE } from './aside.ts'
import { forgetMoved } from './draft.ts'
import { failedCountsSql, heldMasksSql, toFailedCounts } from './failed-counts.ts'
import { judgeAside } from './judge-aside.ts'
import { judgesEachAlone } from './judges-each-alone.ts'
import { inForceOf, putPlan, readJudged } from './plan-in-force.ts'

/**
 * See `AnalysisStore.judge`. In one transaction: a kill, an abort or a full disk leaves the verdicts that were there, and their plan. It fits in the
 * memory DuckDB is given because a mask is all that changes.
 */
export async function judge(
  connections: Connections,
  columns: Columns,
  plan: JudgePlan,
  { signal }: JudgeOptions = {},
): Promise<FailedCount[]> {
  const inForce = inForceOf(plan)
  const counts = await connections.write(async (connection) => {
    await judgeAside(connection, columns, plan, { isFreshOnly: await hasFreshOnly(connection, plan), signal })
    await connection.run(
      `UPDATE examples SET failed = j.failed FROM ${ASIDE} j WHERE examples.rowid = j.place AND examples.failed IS DISTINCT FROM j.failed`,
    )
    await connection.run(`DROP TABLE ${ASIDE}`)
    await putPlan(connection, inForce)
    await forgetMoved(connection)
    const counted = await connection.runAndReadAll(failedCountsSql(heldMasksSql(inForce, columns)))
    signal?.throwIfAborted()
    return toFailedCounts(counted.getRows())
  })
  columns.inForce.plan = inForce
  return counts
}

/** Nothing but rows without a verdict can need one: the others were judged by this very plan, each by itself. */
async function hasFreshOnly(connection: DuckDBConnection, { hash, steps }: JudgePlan): Promise<boolean> {
  return judgesEachAlone(steps) && (await readJudged(connection)) === hash
}
