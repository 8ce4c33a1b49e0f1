import type { RecipeState } from '../state/use-recipe.ts'
import { ownTitle, valueWords } from './change-words.ts'
import type { DraftStep } from './edit-recipe-text.ts'
import { isSameValue, matchSteps } from './match-steps.ts'
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
  /** Its parameters in words. */
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
    const old = recipe.steps[was[index] ?? -1]
    const before = inForce[was[index] ?? -1]
    const own = step.enabled ? countedOf(steps, index, old?.key, funnel) : null
    return {
      index,
      step,
      rule,
      title: own?.title ?? ownTitle(step) ?? rule?.title ?? step.rule,
      summary: own?.summary ?? old?.summary ?? settingWords(step),
      counted: own,
      key: old?.key ?? null,
      isChanged: !before || before.enabled !== step.enabled || !isSameValue(before.parameters, step.parameters),
      faults: faults[index] ?? [],
    }
  })
}

/** By its place among the steps that are on; where the funnel is still that of another text, by what the step was. */
function countedOf(steps: readonly DraftStep[], index: number, key: string | undefined, funnel: Funnel): StepLine['counted'] {
  if (funnel.total === 0) return null
  const placed = funnel.steps[steps.slice(0, index).filter((one) => one.enabled).length]
  if (placed?.rule === steps[index]?.rule) return placed ?? null
  return funnel.steps.find((one) => one.key === key) ?? null
}

/** What the text says of a step that nobody has put into words yet. */
function settingWords({ parameters }: DraftStep): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}: ${valueWords(value)}`)
    .join(', ')
}
