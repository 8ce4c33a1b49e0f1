import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseRecipe } from './parse-recipe.ts'
import type { Recipe, RuleBook } from './types.ts'

/** The recipe in force until a person applies another. */
export const DEFAULT_RECIPE = 'tutorial'

/**
 * Reads the recipes that ship with Winnow, the default one first, the rest by file name.
 *
 * @param folder `resources/recipes`
 */
export async function loadBundledRecipes(folder: string, book: RuleBook): Promise<Recipe[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const recipes = await Promise.all(names.map(async (name) => parseRecipe(await readFile(join(folder, name), 'utf8'), name, book)))
  return recipes.sort((a, b) => Number(b.name === DEFAULT_RECIPE) - Number(a.name === DEFAULT_RECIPE))
}
