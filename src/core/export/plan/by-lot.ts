import { nameOf, type PlanUnit } from './candidate.ts'
import { lotOf } from './lot.ts'
import { mapped, type Stages, sorted } from './stages.ts'

/** Units in the order of their lots, the order they come in not mattering; of equal lots the lesser name first. */
export function* byLot(units: readonly PlanUnit[], seed: number, purpose: string): Stages<PlanUnit[]> {
  const drawn = yield* mapped(units, (unit) => ({ unit, lot: lotOf(seed, purpose, nameOf(unit)) }))
  const inOrder = yield* sorted(drawn, (a, b) => a.lot - b.lot || (nameOf(a.unit) < nameOf(b.unit) ? -1 : 1))
  return yield* mapped(inOrder, ({ unit }) => unit)
}

/** The first `most` of {@link byLot}, in the order they came in. */
export function* drawByLot(units: readonly PlanUnit[], most: number, draw: { seed: number; purpose: string }): Stages<PlanUnit[]> {
  if (units.length <= most) return [...units]
  const drawn = new Set((yield* byLot(units, draw.seed, draw.purpose)).slice(0, most))
  yield
  return units.filter((unit) => drawn.has(unit))
}
