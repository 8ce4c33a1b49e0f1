/**
 * Rules, recipes and verdicts. A *rule* is data: what it drops, by a condition over columns with parameters, and how it says so; rules come in *packs*, and
 * all that may be used are a *rule book*. A *recipe* is an ordered list of rules with their parameters, as a file. It becomes a *plan* the store judges by, and
 * from how many examples fail which steps follows the *funnel*. Also the `--where` conditions.
 */
export { createRuleBook } from './book/create-rule-book.ts'
export { parseBenchmarkList } from './book/parse-benchmark-list.ts'
export type { PackFile } from './book/parse-pack.ts'
export { type RuleInfo, ruleInfo } from './book/rule-info.ts'
export { evaluate } from './expression/evaluate.ts'
export { parseExpression } from './expression/parse-expression.ts'
export type { ExpressionParameters } from './expression/scope.ts'
export { funnelOf } from './funnel-of.ts'
export type * from './judge-plan.ts'
export { DEFAULT_RECIPE, loadBundledRecipes } from './load-bundled-recipes.ts'
export { parseRecipe } from './parse-recipe.ts'
export { planOf } from './plan-of.ts'
export { reasonsOf } from './reasons-of.ts'
export { ruleVersions } from './rule-versions.ts'
export type * from './types.ts'
