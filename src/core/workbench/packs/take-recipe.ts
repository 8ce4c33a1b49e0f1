import { parseRecipe, type Recipe } from '#filter'
import { FaultError } from '#record'
import type { Desk } from '../desk.ts'
import { hasOwnRecipe, recipeInForce } from '../recipe-in-force.ts'
import { ruleBookOf } from '../rule-book.ts'
import type { PackHeader } from './pack-format.ts'

/** The recipe a workspace has after a pack was opened in it. */
export interface TakenRecipe {
  recipe: Recipe
  /** It is the pack's, and was not in force before. */
  isApplied: boolean
  notes: string[]
}

/** The pack's recipe where nobody has chosen one here, and it can be read with the rules that are here; else the one in force. */
export async function takeRecipe(desk: Desk, { recipe: packed }: PackHeader): Promise<TakenRecipe> {
  if (hasOwnRecipe(desk)) {
    const recipe = await recipeInForce(desk)
    const isOther = recipe.hash !== packed.hash
    const notes = isOther ? [`The recipe ${packed.name} of the pack was not applied: ${recipe.name} is in force here.`] : []
    return { recipe, isApplied: false, notes }
  }
  try {
    const recipe = parseRecipe(packed.text, packed.name, await ruleBookOf(desk))
    const notes =
      recipe.hash === packed.hash
        ? []
        : [`The rules here are other versions than those the recipe ${packed.name} was used with: verdicts may differ.`]
    return { recipe, isApplied: true, notes }
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    return { recipe: await recipeInForce(desk), isApplied: false, notes: [`The recipe ${packed.name} was not applied: ${error.message}`] }
  }
}
