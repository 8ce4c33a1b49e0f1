import { parseRecipe, type Recipe, RULES } from '#filter'
import { CHECKS } from '#measure'
import type { Funnel } from '#record'
import { currentRecipe, draftRecipe, putRecipe } from './apply-recipe.ts'
import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { bundledRecipes } from './recipe-in-force.ts'

/** The calls about recipes and rules. */
export function recipeCalls(desk: Desk) {
  return {
    current: os.recipe.current.handler(async () => stateOf(await currentRecipe(seatAt(desk)))),
    rules: os.recipe.rules.handler(() =>
      RULES.map(({ id, version, title, help, parameters }) => ({
        id,
        version,
        title,
        help,
        severity: 'medium' as const,
        pack: 'tutorial',
        kind: 'drop' as const,
        when: null,
        check: null,
        parameters: [...parameters],
      })),
    ),
    checks: os.recipe.checks.handler(() => CHECKS.map(({ id, version, title, kinds }) => ({ id, version, title, kinds }))),
    insight: os.recipe.insight.handler(({ input }) => desk.session.workspace.analysis.insight(input.key)),
    bundled: os.recipe.bundled.handler(async () => {
      const recipes = await bundledRecipes(desk)
      return recipes.map(({ name, description, text }) => ({ name, description, text }))
    }),
    apply: os.recipe.apply.handler(async ({ input, signal }) => {
      const recipe = parseRecipe(input.text, input.name ?? 'recipe')
      const seat = seatAt(desk)
      const funnel = await seat.session.exclusive(() => putRecipe(seat, recipe, signal))
      return stateOf({ recipe, funnel })
    }),
    preview: os.recipe.preview.handler(({ input, signal }) => draftRecipe(seatAt(desk), parseRecipe(input.text, 'recipe'), signal)),
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
