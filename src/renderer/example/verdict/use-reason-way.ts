import { navigate } from '../../app/route.ts'
import { changeView } from '../../recipe/recipe-view.ts'
import { useRecipe } from '../../state/use-recipe.ts'
import { useFoundHere } from '../findings/use-findings.ts'
import type { ReasonLine } from '../logic/reason-lines.ts'

/** Leads from a reason to its first finding, or to the step of the recipe where there is none. */
export function useReasonWay(): (line: ReasonLine) => void {
  const { show } = useFoundHere()
  const steps = useRecipe().data?.recipe.steps ?? []
  return ({ rule, findings: [first] }) => {
    if (first !== undefined) return show(first)
    const selected = steps.findIndex((step) => step.enabled && step.rule === rule)
    if (selected !== -1) changeView({ selected, view: 'steps' })
    navigate({ screen: 'recipe' })
  }
}
