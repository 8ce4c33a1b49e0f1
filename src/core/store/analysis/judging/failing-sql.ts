import type { Failing } from '#record'
import { bitSql } from './bits.ts'
import { type PlanInForce, placeOf } from './plan-in-force.ts'

/**
 * A condition over `e.failed`: true of examples that failed these steps of the plan in force. Of rows without a verdict it is not.
 *
 * @throws FaultError `bad-input` naming the steps there are
 */
export function failingSql({ steps, how }: Failing, plan: PlanInForce | null): string {
  const bits = steps.map((key) => bitSql(placeOf(plan, key)))
  const mask = `(${bits.join(' | ')})`
  switch (how) {
    case 'any':
      return `((e.failed & ${mask}) <> 0)`
    case 'all':
      return `((e.failed & ${mask}) = ${mask})`
    case 'first':
      // The lowest bit that is set: a number and its negative have no other in common.
      return `((e.failed & (-e.failed) & ${mask}) <> 0)`
    case 'alone':
      return `e.failed IN (${bits.join(', ')})`
  }
}
