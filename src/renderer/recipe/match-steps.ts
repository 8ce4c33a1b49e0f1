import type { DraftStep } from './edit-recipe-text.ts'

/**
 * For each step of a draft the place of the step it was before, null for a new one: first those that are the same in every parameter,
 * in their order, then those of the same rule.
 */
export function matchSteps(draft: readonly DraftStep[], before: readonly DraftStep[]): (number | null)[] {
  const taken = new Set<number>()
  const found: (number | null)[] = draft.map(() => null)
  const match = (isSame: (a: DraftStep, b: DraftStep) => boolean) =>
    draft.forEach((step, place) => {
      if (found[place] !== null) return
      const at = before.findIndex((one, i) => !taken.has(i) && isSame(step, one))
      if (at === -1) return
      taken.add(at)
      found[place] = at
    })
  match((a, b) => a.rule === b.rule && isSameValue(a.parameters, b.parameters))
  match((a, b) => a.rule === b.rule)
  return found
}

/** True for values that a recipe's text would write alike, whatever the order of fields. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return left.length === right.length && left.every(([key, value]) => isSameValue(value, (b as Record<string, unknown>)[key]))
}
