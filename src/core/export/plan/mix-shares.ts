import type { ExportChoice } from '#record'
import { apportion } from './apportion.ts'
import { byLot } from './by-lot.ts'
import type { PlanUnit } from './candidate.ts'
import type { Chosen } from './chosen.ts'
import { each, type Stages } from './stages.ts'
import { wholeShares } from './whole-shares.ts'

/** Units by the value that shares name, as far as they are named, in the order of their lots. */
export interface Mixing {
  values: { value: string; wanted: number; units: PlanUnit[] }[]
  /** Units whose value is not named. */
  unnamed: number
}

/** Sorts units by the values a mixture names. @throws FaultError `bad-input` when its shares do not add up to 1 */
export function* mixingOf(units: readonly PlanUnit[], { by, shares }: NonNullable<ExportChoice['mixture']>, seed: number): Stages<Mixing> {
  const values = wholeShares(shares, `mixture by ${by}`).map(([value, wanted]) => ({ value, wanted, units: [] as PlanUnit[] }))
  const named = new Map(values.map((one) => [one.value, one.units]))
  let unnamed = 0
  yield* each(units, (unit) => {
    const list = named.get(String(unit.one[by] ?? ''))
    if (list) list.push(unit)
    else unnamed += 1
  })
  for (const one of values) one.units = yield* byLot(one.units, seed, 'mixture')
  return { values, unnamed }
}

/**
 * The largest set that has the shares to within one example, at most `most`; which of a value is drawn by lot, and more of them never changes which come
 * first. The share of a value without examples is spread over the others as theirs are.
 */
export function mixShares({ values }: Mixing, most: number): Set<PlanUnit> {
  const there = values.filter(({ units }) => units.length > 0)
  const whole = there.reduce((sum, { wanted }) => sum + wanted, 0)
  const parts = there.map(({ units, wanted }) => ({ have: units.length, share: wanted / whole }))
  const numbers = there.length === 0 ? [] : apportion(parts, most)
  return new Set(there.flatMap(({ units }, at) => units.slice(0, numbers[at] ?? 0)))
}

/** What each named value gets of what leaves. */
export function mixtureTable({ values }: Mixing, leaving: ReadonlySet<PlanUnit>): Chosen['mixture'] {
  return values.map(({ value, wanted, units }) => {
    const examples = units.reduce((sum, unit) => sum + (leaving.has(unit) ? 1 : 0), 0)
    return { value, examples, share: leaving.size === 0 ? 0 : examples / leaving.size, wanted }
  })
}
