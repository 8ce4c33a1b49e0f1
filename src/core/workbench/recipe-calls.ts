import { applyRecipe, parseRecipe, RULES } from '#filter'
import type { ExampleRow, Verdict } from '#record'
import { bundledRecipes, currentFunnel, MEASURED, putRecipe, recipeInForce, recipeState } from './apply-recipe.ts'
import { os } from './base.ts'
import { type Desk, seatAt } from './desk.ts'

/** The calls about recipes and rules. */
export function recipeCalls(desk: Desk) {
  return {
    current: os.recipe.current.handler(async () => recipeState(await recipeInForce(desk), await currentFunnel(desk))),
    rules: os.recipe.rules.handler(() =>
      RULES.map(({ id, version, title, help, parameters }) => ({ id, version, title, help, parameters: [...parameters] })),
    ),
    bundled: os.recipe.bundled.handler(async () => {
      const recipes = await bundledRecipes(desk)
      return recipes.map(({ name, description, text }) => ({ name, description, text }))
    }),
    apply: os.recipe.apply.handler(async ({ input }) => {
      const recipe = parseRecipe(input.text, input.name ?? 'recipe')
      const seat = seatAt(desk)
      const { funnel } = await seat.session.exclusive(() => putRecipe(seat, recipe))
      return recipeState(recipe, funnel)
    }),
    preview: os.recipe.preview.handler(({ input }) => previewRecipe(desk, input.text)),
  }
}

async function previewRecipe(desk: Desk, text: string) {
  const { analysis } = desk.session.workspace
  const recipe = parseRecipe(text, 'recipe')
  const before = new Map<string, Verdict | null>()
  const { verdicts, funnel } = await applyRecipe(recipe, noteVerdicts(analysis.rows(MEASURED), before))
  const changed = verdicts.filter(({ id, verdict }) => before.get(id) !== verdict)
  const newlyKept = changed.filter(({ verdict }) => verdict === 'keep').length
  return { funnel, hash: recipe.hash, newlyKept, newlyDropped: changed.length - newlyKept }
}

/** The rows as they come, with what each is judged by now noted on the way: one read serves both. */
async function* noteVerdicts(rows: AsyncIterable<ExampleRow>, verdicts: Map<string, Verdict | null>): AsyncGenerator<ExampleRow> {
  for await (const row of rows) {
    verdicts.set(row.id, row.verdict)
    yield row
  }
}
