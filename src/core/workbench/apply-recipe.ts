import { join } from 'node:path'
import { type Applied, applyRecipe, loadBundledRecipes, parseRecipe, type Recipe, RULES } from '#filter'
import type { Funnel } from '#record'
import { announce, type Desk } from './desk.ts'

/** Setting of the workspace that holds the recipe in force. */
const RECIPE = 'recipe'

const NO_FUNNEL: Funnel = { total: 0, kept: 0, dropped: 0, steps: [] }

/** The recipe in force: the workspace's, else the bundled `tutorial`. */
export async function recipeInForce(desk: Desk): Promise<Recipe> {
  const stored = desk.session.workspace.record.setting(RECIPE)
  if (stored !== null) {
    const { name, text } = JSON.parse(stored) as { name: string; text: string }
    return parseRecipe(text, name)
  }
  const bundled = await loadBundledRecipes(join(desk.options.resourcesDir, 'recipes'))
  const tutorial = bundled.find((recipe) => recipe.name === 'tutorial')
  if (!tutorial) throw new Error('resources/recipes/tutorial.yaml is missing')
  return tutorial
}

/** Applies a recipe to everything measured, remembers it, and says so. */
export async function putRecipe(desk: Desk, recipe: Recipe): Promise<Applied> {
  const { record, analysis } = desk.session.workspace
  const applied = await applyRecipe(recipe, analysis.rows({}))
  await analysis.putVerdicts(applied.verdicts, applied.funnel)
  record.setSetting(RECIPE, JSON.stringify({ name: recipe.name, text: recipe.text }))
  await announce(desk, 'verdicts')
  return applied
}

/** The funnel of the last application; all zeros before the first. */
export async function currentFunnel(desk: Desk): Promise<Funnel> {
  return (await desk.session.workspace.analysis.funnel()) ?? NO_FUNNEL
}

/** A recipe as the page draws it. */
export function recipeState(recipe: Recipe, funnel: Funnel) {
  const steps = recipe.steps.map((step) => {
    const rule = RULES.find(({ id }) => id === step.rule)
    return { ...step, title: rule?.title ?? step.rule, summary: rule?.summarize(step.parameters) ?? '' }
  })
  return { recipe: { name: recipe.name, description: recipe.description, hash: recipe.hash, text: recipe.text, steps }, funnel }
}
