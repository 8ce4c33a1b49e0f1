import { formatValue } from '../widgets/format-number.ts'
import type { DraftStep } from './edit-recipe-text.ts'
import { isSameValue, matchSteps } from './match-steps.ts'
import type { RuleInfo } from './rule-info.ts'

/** Parameters that say what a rule is about, with their verb, so that their name need not be told: "token limit were 64,000". */
const VERBS: Record<string, string> = { max: 'were', min: 'were', most: 'were', least: 'were', keep: 'kept', allow: 'allowed' }

/** What a draft changes, as the beginning of a sentence: "If token limit were 64,000", "Without loops", "With 3 changes". */
export function changeWords(before: readonly DraftStep[], draft: readonly DraftStep[], rules: readonly RuleInfo[]): string {
  const changes = changesOf(before, draft, rules)
  if (changes.length > 1) return `With ${changes.length} changes`
  return changes[0] ?? 'With this text'
}

function changesOf(before: readonly DraftStep[], draft: readonly DraftStep[], rules: readonly RuleInfo[]): string[] {
  const was = matchSteps(draft, before)
  const gone = before.filter((_, place) => !was.includes(place))
  const changed = draft.flatMap((step, place) => {
    const old = before[was[place] ?? -1]
    return old ? stepChanges(old, step, rules) : [`With ${nameOf(step, rules)} added`]
  })
  const places = was.filter((place) => place !== null)
  const isMoved = places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0))
  return [...changed, ...gone.map((step) => `Without ${nameOf(step, rules)}`), ...(isMoved ? ['In this order'] : [])]
}

function stepChanges(old: DraftStep, step: DraftStep, rules: readonly RuleInfo[]): string[] {
  const name = nameOf(step, rules)
  if (old.enabled !== step.enabled) return [step.enabled ? `With ${name}` : `Without ${name}`]
  const rule = rules.find((one) => one.id === step.rule)
  const settingOf = ({ parameters }: DraftStep, parameter: string) =>
    parameters[parameter] ?? rule?.parameters.find((one) => one.name === parameter)?.default
  const names = new Set([...Object.keys(old.parameters), ...Object.keys(step.parameters)])
  const changed = [...names].filter((one) => !isSameValue(settingOf(old, one), settingOf(step, one)))
  return changed.map((one) => {
    const verb = VERBS[one] ?? (rule?.parameters.length === 1 ? 'were' : null)
    const value = valueWords(settingOf(step, one))
    return verb === null ? `If ${name}’s ${one} were ${value}` : `If ${name} ${verb} ${value}`
  })
}

/** A value as a person would write it: "64,000", "1, −1", "on". Long texts are cut, for the field has them whole. */
export function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.map(valueWords).join(', ')
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'number') return formatValue(value).replace('-', '−')
  const text = String(value ?? 'empty')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function nameOf(step: DraftStep, rules: readonly RuleInfo[]): string {
  const title = ownTitle(step) ?? rules.find((rule) => rule.id === step.rule)?.title ?? step.rule
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}

/** The name a person gave a step of their own; null where the rule names it. */
export function ownTitle(step: DraftStep): string | null {
  const { title } = step.parameters
  return typeof title === 'string' && title.trim() !== '' ? title : null
}
