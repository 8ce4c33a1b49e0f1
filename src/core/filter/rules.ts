import { fault } from '#record'
import { languages } from './rules/languages.ts'
import { patchPresent } from './rules/patch-present.ts'
import { resolvedLabel } from './rules/resolved-label.ts'
import { tokenLimit } from './rules/token-limit.ts'
import type { Recipe, Rule } from './types.ts'

/** Every rule a recipe may use, in the order the screens offer them. */
export const RULES: readonly Rule[] = [resolvedLabel, tokenLimit, languages, patchPresent]

/** The rule with this id. A recipe that was parsed names only rules there are. */
export function ruleOf(id: string): Rule {
  const rule = findRule(id)
  if (rule) return rule
  throw fault('recipe-invalid', `There is no rule "${id}"; the rules are ${ruleIds()}.`, { culprit: id })
}

/** The rule with this id, if there is one. */
export function findRule(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id)
}

/** All rule ids, for messages. */
export function ruleIds(): string {
  return RULES.map((rule) => rule.id).join(', ')
}

/** Versions of the rules a recipe's enabled steps use, by rule id: part of its hash and of every manifest. */
export function ruleVersions(recipe: Pick<Recipe, 'steps'>): Record<string, number> {
  const used = recipe.steps.filter((step) => step.enabled).map((step) => ruleOf(step.rule))
  return Object.fromEntries(used.map((rule) => [rule.id, rule.version]))
}
