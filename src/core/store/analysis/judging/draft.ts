import type { DuckDBConnection } from '@duckdb/node-api'
import type { JudgePlan } from '#filter'
import type { DraftCounts, JudgeOptions } from '../../types.ts'
import type { Columns } from '../columns.ts'
import type { Connections } from '../connections.ts'
import { ASIDE } from './aside.ts'
import { placesIn } from './bits.ts'
import { failedCountsSql, toFailedCounts } from './failed-counts.ts'
import { judgeAside } from './judge-aside.ts'
import { movedKey } from './moved-key.ts'

/** As many as a screen shows without being asked for more. */
const LEAVING_TOLD = 8

/** Rows with their verdict and what the draft would make of it. */
const BOTH = `FROM ${ASIDE} j JOIN examples e ON e.rowid = j.place`

/** See `AnalysisStore.draft`. What moves is kept in the table `moved`, where every connection finds it. */
export function draft(connections: Connections, columns: Columns, plan: JudgePlan, { signal }: JudgeOptions = {}): Promise<DraftCounts> {
  return connections.write(async (connection) => {
    await judgeAside(connection, columns, plan, { signal })
    await connection.run(
      `CREATE OR REPLACE TABLE moved AS SELECT ${movedKey('e.id')} AS key, j.failed = 0 AS "isKept" ${BOTH}
       WHERE e.failed IS NOT NULL AND (e.failed = 0) <> (j.failed = 0)`,
    )
    const counted = await connection.runAndReadAll(failedCountsSql(ASIDE))
    const [line = []] = (await connection.runAndReadAll('SELECT count(*) FILTER ("isKept"), count(*) FROM moved')).getRows()
    const [kept = 0, moved = 0] = line.map(Number)
    const leaving = await connection.runAndReadAll(
      `SELECT e.id, j.failed, j.faults ${BOTH} WHERE e.failed = 0 AND j.failed <> 0 ORDER BY e.id LIMIT ${LEAVING_TOLD}`,
    )
    await connection.run(`DROP TABLE ${ASIDE}`)
    signal?.throwIfAborted()
    return {
      counts: toFailedCounts(counted.getRows()),
      newlyKept: kept,
      newlyDropped: moved - kept,
      leaving: leaving.getRows().map(([id, failed, faults]) => ({ id: String(id), failed: placesIn(failed), faults: placesIn(faults) })),
    }
  })
}

/** The draft previewed last has been applied, or is about other rows. */
export async function forgetMoved(connection: DuckDBConnection): Promise<void> {
  await connection.run('DELETE FROM moved')
}
