import { DEFAULT_PLAN, type MeasurePlan } from '#measure'

/** A plan that computes these measures alone. */
export function measuring(...only: string[]): MeasurePlan {
  return { ...DEFAULT_PLAN, only }
}
