import { join } from 'node:path'
import { DEFAULT_RECIPE, loadBundledRecipes, parseRecipe, type Recipe, type RuleBook, reasonsOf } from '#filter'
import { type Fault, FaultError } from '#record'
import type { Desk } from './desk.ts'
import { ruleBookOf } from './rule-book.ts'

/** Setting of the workspace that holds the recipe in force. */
const RECIPE = 'recipe'

/** Whose recipes they are. */
type Place = Pick<Desk, 'options' | 'session'>

/** The recipe in force: the workspace's, else the default one. Parsed once while it stays the same; rows tell their reasons by it. */
export async function recipeInForce(place: Place): Promise<Recipe> {
  const { session } = place
  const stored = session.workspace.record.setting(RECIPE)
  if (session.recipe && session.recipe.stored === stored) return session.recipe.recipe
  const book = await ruleBookOf(place)
  const recipe = stored === null ? await defaultRecipe(place, book) : parseStored(stored, book)
  hold(place, stored, recipe)
  return recipe
}

/** Somebody chose a recipe for this workspace. */
export function hasOwnRecipe({ session }: Pick<Place, 'session'>): boolean {
  return session.workspace.record.setting(RECIPE) !== null
}

/**
 * Its name and hash. One that cannot be read, because a rule of the workspace's own is gone or broken, has no hash, and says why: the workspace opens all the
 * same.
 */
export async function shownRecipe(place: Place): Promise<{ recipe: Pick<Recipe, 'name' | 'hash'>; trouble: Fault | null }> {
  try {
    const { name, hash } = await recipeInForce(place)
    return { recipe: { name, hash }, trouble: null }
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    const stored = place.session.workspace.record.setting(RECIPE)
    const { name } = stored === null ? { name: DEFAULT_RECIPE } : (JSON.parse(stored) as { name: string })
    return { recipe: { name, hash: '' }, trouble: error.fault }
  }
}

/** Puts a recipe in force: this very one, for the packs it was read with may be others by now. */
export function bringIntoForce(place: Pick<Place, 'session'>, recipe: Recipe): void {
  const { name, text } = recipe
  const stored = JSON.stringify({ name, text })
  place.session.workspace.record.setSetting(RECIPE, stored)
  hold(place, stored, recipe)
}

function hold({ session }: Pick<Place, 'session'>, stored: string | null, recipe: Recipe): void {
  session.recipe = { stored, recipe }
  session.workspace.analysis.tellReasons(reasonsOf(recipe))
}

function parseStored(stored: string, book: RuleBook): Recipe {
  const { name, text } = JSON.parse(stored) as { name: string; text: string }
  return parseRecipe(text, name, book)
}

/** The recipes that ship with Winnow, the default one first. */
export function bundledRecipes({ options }: Pick<Place, 'options'>, book: RuleBook): Promise<Recipe[]> {
  return loadBundledRecipes(join(options.resourcesDir, 'recipes'), book)
}

async function defaultRecipe(place: Place, book: RuleBook): Promise<Recipe> {
  const found = (await bundledRecipes(place, book)).find(({ name }) => name === DEFAULT_RECIPE)
  if (!found) throw new Error(`resources/recipes/${DEFAULT_RECIPE}.yaml is missing`)
  return found
}
