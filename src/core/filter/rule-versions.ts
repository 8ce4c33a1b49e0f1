import type { Recipe } from './types.ts'

/** Versions of the rules a recipe's enabled steps use, by rule id: part of every manifest. */
export function ruleVersions({ steps }: Pick<Recipe, 'steps'>): Record<string, number> {
  return Object.fromEntries(steps.filter(({ enabled }) => enabled).map(({ rule, version }) => [rule, version]))
}
