import { type ExportPlan, fault } from '#record'
import { drawByLot } from './by-lot.ts'
import { nameOf, type PlanUnit } from './candidate.ts'
import { capGroups } from './cap-groups.ts'
import type { Chosen, ChosenUnit } from './chosen.ts'
import { divide } from './divide.ts'
import { hashChosen } from './hash-chosen.ts'
import { type Mixing, mixingOf, mixShares, mixtureTable } from './mix-shares.ts'
import { planWarnings } from './plan-warnings.ts'
import { mapped, type Stages } from './stages.ts'
import { type ChoiceStep, capWords, limitWords, mixtureWords } from './step-words.ts'

/**
 * What leaves by a plan: of the units its outcome and selection let through, in id order, those with a time where splits need one, then what caps, mixture
 * and limit leave, each told as a step behind those given; divided into splits. The same units, plan and seed choose the same, whatever order they come in.
 *
 * @throws FaultError `bad-input` when shares do not add up to 1, or when splits are by time and nothing has one
 */
export function* chooseUnits(through: readonly PlanUnit[], plan: ExportPlan, before: readonly ChoiceStep[] = []): Stages<Chosen> {
  const { choice, splits } = plan
  const steps = [...before]
  let units = inOrder(through)
  yield
  const take = (step: string, left: PlanUnit[]) => {
    steps.push({ step, before: units.length, after: left.length })
    units = left
  }
  if (splits?.by === 'time') take('with a time', timed(units))
  const without = through.length - units.length
  for (const cap of choice.caps) take(capWords(cap), yield* capGroups(units, cap, choice.seed))
  const pool = units
  const mixing = choice.mixture && (yield* mixingOf(pool, choice.mixture, choice.seed))
  const mixed = (most: number) => mixing && withShares(pool, mixing, most)
  if (choice.mixture) take(mixtureWords(choice.mixture), mixed(pool.length) ?? [])
  if (choice.limit !== null)
    take(limitWords(choice.limit), mixed(choice.limit) ?? (yield* drawByLot(units, choice.limit, { seed: choice.seed, purpose: 'limit' })))
  yield
  const divided = splits && (yield* divide(units, splits, without))
  const found = {
    steps,
    mixture: mixing ? mixtureTable(mixing, new Set(units)) : [],
    splits: divided ? divided.table : null,
  }
  const leaving = yield* mapped(units, (unit, place): ChosenUnit => ({ ids: idsOf(unit), split: divided?.splits[place] ?? null }))
  const warnings = planWarnings(plan, { ...found, mixing, leaving: units.length })
  return { units: leaving, hash: yield* hashChosen(plan, leaving, units), ...found, warnings }
}

function inOrder(units: readonly PlanUnit[]): PlanUnit[] {
  const isInOrder = units.every((unit, place) => place === 0 || nameOf(units[place - 1] ?? unit) < nameOf(unit))
  return isInOrder ? [...units] : units.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

function idsOf({ one, other }: PlanUnit): ChosenUnit['ids'] {
  return other === null ? [one.id] : [one.id, other.id]
}

function withShares(pool: readonly PlanUnit[], mixing: Mixing, most: number): PlanUnit[] {
  const leaving = mixShares(mixing, most)
  return pool.filter((unit) => leaving.has(unit))
}

function timed(units: readonly PlanUnit[]): PlanUnit[] {
  const left = units.filter((unit) => unit.one.time !== null || (unit.other?.time ?? null) !== null)
  if (left.length > 0 || units.length === 0) return left
  throw fault('bad-input', `None of the ${units.length.toLocaleString('en-US')} rows that would leave says when its task was made.`, {
    culprit: 'splits by time',
    remedy: 'Split by repository, or take rows that have created_at.',
  })
}
