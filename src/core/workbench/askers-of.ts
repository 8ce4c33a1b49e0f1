import type { Recipe } from '#filter'
import type { Reason } from '#record'
import type { Asker } from './tell-findings.ts'

/** What the steps of a recipe ask of the checks, those first that fail the example: it is their findings that drop it. */
export function askersOf(_recipe: Recipe, _reasons: readonly Reason[]): Asker[] {
  return []
}
