import type { ExampleRow, Reason } from '#record'
import type { TellReasons } from './judge-plan.ts'
import type { Recipe, RecipeStep } from './types.ts'

/** How a recipe's reasons are told, from the values of a row. Places are those of the recipe's plan. */
export function reasonsOf({ steps }: Pick<Recipe, 'steps'>): TellReasons {
  const judging = steps.filter(({ enabled }) => enabled)
  return (row, failed, faults) =>
    judging.flatMap((step, place) => {
      if (!failed.includes(place)) return []
      return [faults.includes(place) ? faultOf(step, row) : { rule: step.rule, text: step.tell(row) }]
    })
}

function faultOf({ rule, judged }: RecipeStep, { values }: ExampleRow): Reason {
  const told = judged.faults.map((measure) => values[measure]).find((value) => typeof value === 'string' && value !== '')
  return { rule, text: typeof told === 'string' ? told : 'a check it needs did not come to an end on this example', isFault: true }
}
