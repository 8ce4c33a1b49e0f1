import type { Columns } from '../columns.ts'
import { bitSql } from './bits.ts'
import type { PlanInForce } from './plan-in-force.ts'

/** The mask of the steps a row fails as a fault: those one of whose checks did not come to an end on it. */
export function faultSql({ steps }: Pick<PlanInForce, 'steps'>, columns: Columns): string {
  const bits = steps.flatMap(({ faults }, place) => {
    if (faults.length === 0) return []
    const isFault = faults.map((measure) => `${columns.find(measure).sql} IS NOT NULL`).join(' OR ')
    return `CASE WHEN ${isFault} THEN ${bitSql(place)} ELSE 0 END`
  })
  return bits.length === 0 ? '0::BIGINT' : `(${bits.join(' + ')})`
}
