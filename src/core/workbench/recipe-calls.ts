import { parseRecipe, type Recipe, ruleInfo } from '#filter'
import { CHECKS } from '#measure'
import type { Funnel } from '#record'
import { currentRecipe, draftRecipe, putRecipe } from './apply-recipe.ts'
import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { bundledRecipes } from './recipe-in-force.ts'
import { ruleBookOf } from './rule-book.ts'

/** The calls about recipes and rules. */
export function recipeCalls(desk: Desk) {
  return {
    current: os.recipe.current.handler(async () => stateOf(await currentRecipe(seatAt(desk)))),
    rules: os.recipe.rules.handler(async () => (await ruleBookOf(desk)).rules.map(ruleInfo)),
    bookFaults: os.recipe.bookFaults.handler(async () => [...(await ruleBookOf(desk)).faults]),
    checks: os.recipe.checks.handler(() => CHECKS.map(({ id, version, title, kinds }) => ({ id, version, title, kinds }))),
    insight: os.recipe.insight.handler(({ input }) => desk.session.workspace.analysis.insight(input.key)),
    bundled: os.recipe.bundled.handler(async () => {
      const recipes = await bundledRecipes(desk, await ruleBookOf(desk))
      return recipes.map(({ name, description, text }) => ({ name, description, text }))
    }),
    apply: os.recipe.apply.handler(async ({ input, signal }) => {
      const seat = seatAt(desk)
      const recipe = parseRecipe(input.text, input.name ?? 'recipe', await ruleBookOf(seat))
      const funnel = await seat.session.exclusive(() => putRecipe(seat, recipe, signal))
      return stateOf({ recipe, funnel })
    }),
    preview: os.recipe.preview.handler(async ({ input, signal }) => {
      const seat = seatAt(desk)
      return draftRecipe(seat, parseRecipe(input.text, input.name ?? 'recipe', await ruleBookOf(seat)), signal)
    }),
  }
}

/** A recipe as the page draws it. */
function stateOf({ recipe, funnel }: { recipe: Recipe; funnel: Funnel }) {
  const { name, description, hash, text } = recipe
  const steps = recipe.steps.map(({ key, rule, title, summary, enabled, parameters }) => ({
    key,
    rule,
    title,
    summary,
    enabled,
    parameters,
  }))
  return { recipe: { name, description, hash, text, steps }, funnel }
}
