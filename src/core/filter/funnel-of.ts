import type { Funnel, FunnelStep } from '#record'
import type { FailedCount } from './judge-plan.ts'
import type { Recipe } from './types.ts'

type Tally = Pick<FunnelStep, 'dropped' | 'only' | 'failing' | 'faults'>

/** The funnel of a recipe, from how many measured examples fail which of its enabled steps. An example is booked on the first step it fails. */
export function funnelOf({ steps }: Pick<Recipe, 'steps'>, counts: readonly FailedCount[]): Funnel {
  const judging = steps.filter(({ enabled }) => enabled)
  const tallies = judging.map((): Tally => ({ dropped: 0, only: 0, failing: 0, faults: 0 }))
  const overlap = judging.map(() => judging.map(() => 0))
  for (const count of counts) {
    bookSteps(tallies, count)
    bookOverlap(overlap, count)
  }
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  let remaining = total
  const told = judging.map(({ key, rule, title, summary, severity }, place): FunnelStep => {
    const { dropped, only, failing, faults } = tallies[place] ?? { dropped: 0, only: 0, failing: 0, faults: 0 }
    remaining -= dropped
    return { key, rule, title, summary, severity, dropped, only, failing, faults, remaining }
  })
  return { total, kept: remaining, dropped: total - remaining, steps: told, overlap }
}

function bookSteps(tallies: readonly Tally[], { failed, faults, count }: FailedCount): void {
  const first = tallies[failed[0] ?? -1]
  if (first) first.dropped += count
  if (first && failed.length === 1) first.only += count
  for (const place of failed) {
    const tally = tallies[place]
    if (tally) tally.failing += count
  }
  for (const place of faults) {
    const tally = tallies[place]
    if (tally) tally.faults += count
  }
}

function bookOverlap(overlap: readonly number[][], { failed, count }: FailedCount): void {
  for (const one of failed) {
    const line = overlap[one]
    if (!line) continue
    for (const other of failed) line[other] = (line[other] ?? 0) + count
  }
}
