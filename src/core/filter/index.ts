/**
 * Rules, recipes and verdicts. A *rule* checks one example's row and yields *findings*; a *recipe* is an ordered list of rules with their
 * parameters, as a file; applied, it gives each example a *verdict* with reasons, and the *funnel*. Also the `--where` expressions.
 */
export { applyRecipe } from './apply-recipe.ts'
export { createJudge, type Judge } from './create-judge.ts'
export { evaluate } from './expression/evaluate.ts'
export { parseExpression } from './expression/parse-expression.ts'
export type { ExpressionParameters } from './expression/scope.ts'
export { funnelOf } from './funnel-of.ts'
export type * from './judge-plan.ts'
export { DEFAULT_RECIPE, loadBundledRecipes } from './load-bundled-recipes.ts'
export { parseRecipe } from './parse-recipe.ts'
export { planOf } from './plan-of.ts'
export { reasonsOf } from './reasons-of.ts'
export { RULES, ruleOf, ruleVersions } from './rules.ts'
export type * from './types.ts'
