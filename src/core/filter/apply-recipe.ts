import type { ExampleRow } from '#record'
import { createJudge } from './create-judge.ts'
import type { Applied, Recipe } from './types.ts'

/** Judges a few rows at once. Those that are not measured get no verdict and are not in the funnel. */
export function applyRecipe(recipe: Pick<Recipe, 'steps'>, rows: Iterable<ExampleRow>): Applied {
  const { judge, funnel } = createJudge(recipe)
  const verdicts = [...rows].filter(({ isMeasured }) => isMeasured).map(judge)
  return { verdicts, funnel: funnel() }
}
