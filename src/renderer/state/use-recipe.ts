import { useQuery } from '@tanstack/react-query'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'

/** The recipe in force and what it removed. */
export type RecipeState = Answers['recipe']['current']

/** The recipe in force. */
export function useRecipe() {
  const api = useApi()
  return useQuery({ queryKey: ['recipe', 'current'], queryFn: () => api.recipe.current() })
}
