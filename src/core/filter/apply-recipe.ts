import type { ExampleRow } from '#record'
import { createJudge, type JudgedUse } from './create-judge.ts'
import type { Applied } from './types.ts'

/** Judges a few rows at once. Those that are not measured get no verdict and are not in the funnel. */
export function applyRecipe(recipe: { steps: readonly JudgedUse[] }, rows: Iterable<ExampleRow>): Applied {
  const { judge, funnel } = createJudge(recipe)
  const verdicts = [...rows].filter(({ isMeasured }) => isMeasured).map(judge)
  return { verdicts, funnel: funnel() }
}
