import type { DuckDBValue } from '@duckdb/node-api'
import type { FailedCount } from '#filter'
import type { Columns } from '../columns.ts'
import { placesIn } from './bits.ts'
import { faultSql } from './fault-sql.ts'
import type { PlanInForce } from './plan-in-force.ts'

/** Counts by what failed, in a fixed order, for {@link toFailedCounts}. `from` has the masks `failed` and `faults`. */
export function failedCountsSql(from: string): string {
  return `SELECT failed, faults, count(*) FROM ${from} GROUP BY ALL ORDER BY ALL`
}

/** The masks of every row that has a verdict. Faults are not stored: a row tells them. */
export function heldMasksSql(plan: PlanInForce, columns: Columns): string {
  return `(SELECT e.failed AS failed, e.failed & ${faultSql(plan, columns)} AS faults FROM examples e WHERE e.failed IS NOT NULL)`
}

/** Reads lines of {@link failedCountsSql}. */
export function toFailedCounts(lines: readonly (readonly DuckDBValue[])[]): FailedCount[] {
  return lines.map(([failed, faults, count]) => ({ failed: placesIn(failed), faults: placesIn(faults), count: Number(count) }))
}
