import type { JudgePlan } from './judge-plan.ts'
import type { Recipe } from './types.ts'

/** A recipe as the store judges by it: its enabled steps. Places in the plan are places among these. */
export function planOf({ hash, steps }: Pick<Recipe, 'hash' | 'steps'>): JudgePlan {
  return { hash, steps: steps.filter(({ enabled }) => enabled).map(({ judged }) => judged) }
}
