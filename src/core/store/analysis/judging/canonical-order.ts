import type { JudgePlan, JudgeStep } from '#filter'

/** The order kinds act in: each on what those before it left. */
const KINDS: readonly JudgeStep['kind'][] = ['drop', 'choose', 'share']

/** Places of a plan's steps in the order they act. Told by what a step does, never by its place, so that two orders of one recipe keep the same. */
export function canonicalOrder({ steps }: JudgePlan): number[] {
  const told = steps.map((step, place) => ({ place, kind: KINDS.indexOf(step.kind), deed: deedOf(step) }))
  return told.sort((a, b) => a.kind - b.kind || compare(a.deed, b.deed)).map(({ place }) => place)
}

function deedOf(step: JudgeStep): string {
  const faults = [...step.faults].sort()
  switch (step.kind) {
    case 'drop':
      // These ask each example alone: in any order they fail the same.
      return ''
    case 'choose':
      return JSON.stringify([step.per, step.most, step.prefer.map(({ column, order }) => [column, order]), step.seed, faults])
    case 'share':
      return JSON.stringify([step.of, step.most, step.only && [...step.only].sort(), step.seed, faults])
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
