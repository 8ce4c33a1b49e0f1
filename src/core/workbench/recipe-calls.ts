import { createJudge, parseRecipe, RULES } from '#filter'
import { CHECKS } from '#measure'
import { fault } from '#record'
import { bundledRecipes, currentFunnel, putRecipe, recipeInForce, recipeState } from './apply-recipe.ts'
import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'
import { overMeasured } from './over-measured.ts'

/** The calls about recipes and rules. */
export function recipeCalls(desk: Desk) {
  return {
    current: os.recipe.current.handler(async () => recipeState(await recipeInForce(desk), await currentFunnel(desk))),
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
    insight: os.recipe.insight.handler(({ input }) => {
      throw fault('not-found', `There is no step "${input.key}" in the recipe in force.`, { culprit: input.key })
    }),
    bundled: os.recipe.bundled.handler(async () => {
      const recipes = await bundledRecipes(desk)
      return recipes.map(({ name, description, text }) => ({ name, description, text }))
    }),
    apply: os.recipe.apply.handler(async ({ input, signal }) => {
      const recipe = parseRecipe(input.text, input.name ?? 'recipe')
      const seat = seatAt(desk)
      const funnel = await seat.session.exclusive(() => putRecipe(seat, recipe, signal))
      return recipeState(recipe, funnel)
    }),
    preview: os.recipe.preview.handler(({ input, signal }) => previewRecipe(seatAt(desk), input.text, signal)),
  }
}

async function previewRecipe(desk: Desk, text: string, signal: AbortSignal | undefined) {
  const recipe = parseRecipe(text, 'recipe')
  const { measures, judge, funnel } = createJudge(recipe)
  const changed = { keep: 0, drop: 0 }
  await overMeasured(desk, { measures, signal }, async (rows) => {
    for await (const row of rows) {
      const { verdict } = judge(row)
      if (verdict !== row.verdict) changed[verdict] += 1
    }
  })
  return { funnel: funnel(), hash: recipe.hash, newlyKept: changed.keep, newlyDropped: changed.drop }
}
