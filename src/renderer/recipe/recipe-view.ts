import { create } from 'zustand'

/** Where a person is on the screen: it outlives a look at another. */
export interface RecipeView {
  /** Place of the selected step. */
  selected: number
  /** Its parameters are open. */
  isOpen: boolean
  view: 'steps' | 'text'
  isAdding: boolean
}

/** See {@link RecipeView}. */
export const useRecipeView = create<RecipeView>(() => ({ selected: 0, isOpen: false, view: 'steps', isAdding: false }))

/** Changes parts of it. */
export const changeView = (part: Partial<RecipeView>): void => useRecipeView.setState(part)
