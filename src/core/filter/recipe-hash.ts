import { createHash } from 'node:crypto'
import { ruleOf } from './rules.ts'
import type { RecipeStep } from './types.ts'

type Hashed = Pick<RecipeStep, 'rule' | 'parameters' | 'enabled'>

/**
 * sha256 (hex) of what a recipe does: its enabled steps in order, each with its rule's version and all parameters.
 * Name, description, comments, formatting, parameter order and steps that are off do not enter.
 */
export function recipeHash(steps: readonly Hashed[]): string {
  const canonical = steps.filter((step) => step.enabled).map((step) => [step.rule, ruleOf(step.rule).version, sortedEntries(step)])
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex')
}

function sortedEntries(step: Hashed) {
  return Object.entries(step.parameters).sort(([a], [b]) => (a < b ? -1 : 1))
}
