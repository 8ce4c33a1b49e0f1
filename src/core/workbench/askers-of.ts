import type { Recipe, RecipeStep } from '#filter'
import type { ExampleRow } from '#record'
import type { Asker } from './tell-findings.ts'

/** What the steps of a recipe ask of the checks, those first that fail the example: it is their findings that drop it. */
export function askersOf({ steps }: Pick<Recipe, 'steps'>, row: ExampleRow): Asker[] {
  const askers = steps.filter(({ enabled }) => enabled).flatMap((step) => askerOf(step, row) ?? [])
  return [...askers.filter(({ isDropping }) => isDropping), ...askers.filter(({ isDropping }) => !isDropping)]
}

function askerOf(step: RecipeStep, row: ExampleRow): Asker | null {
  const { check, kinds, rule, version, severity } = step
  return check === null ? null : { check, kinds, rule, version, severity, isDropping: fails(row, step) }
}

/** A rule may be there twice with other parameters: the sentence tells which step it was. A step that could not ask its check found nothing. */
function fails(row: ExampleRow, { rule, tell }: RecipeStep): boolean {
  return row.reasons.some((reason) => !reason.isFault && reason.rule === rule && reason.text === tell(row))
}
