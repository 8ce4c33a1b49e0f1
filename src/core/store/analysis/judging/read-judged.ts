import type { FailedCount } from '#filter'
import type { Columns } from '../columns.ts'
import type { Reader } from '../connections.ts'
import { failedCountsSql, heldMasksSql, toFailedCounts } from './failed-counts.ts'
import { JUDGED } from './plan-in-force.ts'

/** See `AnalysisStore.judgedBy`. */
export async function readJudgedBy(reader: Reader): Promise<string | null> {
  const [line] = await reader.read(
    'SELECT value FROM meta WHERE key = $1 AND NOT EXISTS (SELECT 1 FROM examples WHERE "isMeasured" AND failed IS NULL)',
    [JUDGED],
  )
  return line ? String(line[0]) : null
}

/** See `AnalysisStore.failedCounts`. */
export async function readFailedCounts(reader: Reader, columns: Columns, hash: string): Promise<FailedCount[]> {
  const { plan } = columns.inForce
  if (plan?.hash !== hash) return []
  return toFailedCounts(await reader.read(failedCountsSql(heldMasksSql(plan, columns))))
}
