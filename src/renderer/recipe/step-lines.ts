import type { RecipeState } from '../state/use-recipe.ts'
import { ownTitle } from './change-words.ts'
import type { DraftStep } from './edit-recipe-text.ts'
import { matchSteps } from './match-steps.ts'
import type { RuleInfo } from './rule-info.ts'

type Funnel = RecipeState['funnel']

/** One step as the screen tells it. */
export interface StepLine {
  /** Its place in the recipe, from 0. */
  index: number
  step: DraftStep
  /** Undefined for a rule nobody knows, or while rules are asked for. */
  rule: RuleInfo | undefined
  title: string
  /** Its parameters in words; '' where neither the funnel nor the recipe in force has them. */
  summary: string
  /** What it does in the funnel on show; null while it is off or not counted. */
  counted: Funnel['steps'][number] | null
  /** Its key in the recipe in force; null for a step that is not in it. */
  key: string | null
  /** Not as it is in force: off and on, and every parameter. */
  isChanged: boolean
  /** What the host says is wrong with it. */
  faults: readonly string[]
}

/** What steps are told from. `inForce` are the steps of the recipe in force as its text has them. */
export interface StepSources {
  steps: readonly DraftStep[]
  inForce: readonly DraftStep[]
  recipe: RecipeState['recipe']
  rules: readonly RuleInfo[]
  /** Counts the steps that are on, in order. */
  funnel: Funnel
  faults: readonly (readonly string[])[]
}

/** Every step of a draft with all that is known of it. */
export function stepLines({ steps, inForce, recipe, rules, funnel, faults }: StepSources): StepLine[] {
  const was = matchSteps(steps, inForce)
  return steps.map((step, index) => {
    const rule = rules.find((one) => one.id === step.rule)
    const counted = step.enabled ? (funnel.steps[steps.slice(0, index).filter((one) => one.enabled).length] ?? null) : null
    const own = counted?.rule === step.rule ? counted : null
    const old = recipe.steps[was[index] ?? -1]
    const before = inForce[was[index] ?? -1]
    return {
      index,
      step,
      rule,
      title: own?.title ?? ownTitle(step) ?? rule?.title ?? step.rule,
      summary: own?.summary ?? old?.summary ?? '',
      counted: own,
      key: old?.key ?? null,
      isChanged: !before || before.enabled !== step.enabled || JSON.stringify(before.parameters) !== JSON.stringify(step.parameters),
      faults: faults[index] ?? [],
    }
  })
}
