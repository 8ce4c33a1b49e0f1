import { createHash } from 'node:crypto'
import type { RecipeStep } from './types.ts'

/**
 * sha256 (hex) of what a recipe does: its enabled steps in order, each with its rule's version, all parameters, and the contents of the lists it names.
 * Name, description, comments, formatting, parameter order and steps that are off do not enter.
 */
export function recipeHash(steps: readonly RecipeStep[]): string {
  const canonical = steps
    .filter((step) => step.enabled)
    .map((step) => [step.rule, step.version, sortedEntries(step), ...(step.basis.length === 0 ? [] : [step.basis])])
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex')
}

function sortedEntries(step: RecipeStep) {
  return Object.entries(step.parameters).sort(([a], [b]) => (a < b ? -1 : 1))
}
