import { FaultError } from '#record'
import type { Problem } from '../problem.ts'
import { problemsOf } from '../problem.ts'
import type { Parameters, Rule } from '../types.ts'
import { bindStep } from './bind-step.ts'
import { parameterSchema } from './parameter-schema.ts'
import type { BookOf } from './values-of.ts'

/** A check as rules name it. */
export interface KnownCheck {
  id: string
  kinds: Readonly<Record<string, string>>
}

/**
 * What does not hold together in a rule: defaults out of their range, columns and parameters there are not, an unknown check. Asked with its defaults:
 * a condition is read whole, whatever of it they fold away.
 */
export function checkRule(rule: Rule, path: PropertyKey[], book: BookOf, checks: readonly KnownCheck[]): Problem[] {
  const problems = [...defaultProblems(rule, path, book), ...checkProblems(rule, path, checks)]
  if (problems.length > 0) return problems
  const fields: [string, Rule][] = [
    [rule.action.kind, { ...rule, summary: [], says: [], kinds: null }],
    ['summary', { ...rule, says: [], kinds: null }],
    ['says', { ...rule, summary: [], kinds: null }],
    ['kinds', { ...rule, summary: [], says: [] }],
  ]
  const parameters: Parameters = Object.fromEntries(rule.parameters.map(({ name, default: value }) => [name, value]))
  for (const [field, part] of fields) {
    const message = messageOf(() => bindStep(part, { key: rule.id, parameters, enabled: true }, book))
    if (message !== null) return [{ path: [...path, field], text: `"${field}" of ${rule.id}: ${message}` }]
  }
  return []
}

function defaultProblems({ id, parameters }: Rule, path: PropertyKey[], { columns }: BookOf): Problem[] {
  return parameters.flatMap((parameter) => {
    const at = [...path, 'parameters', parameter.name]
    const form = formProblem(parameter)
    if (form !== null) return [{ path: at, text: `"${parameter.name}" of ${id} ${form}` }]
    const parsed = parameterSchema(parameter, columns).safeParse(parameter.default)
    return parsed.success
      ? []
      : problemsOf(parsed.error, [...at, 'default'], { owner: `${parameter.name} of ${id}`, allowed: [] }).map((problem) => ({
          ...problem,
          path: [...at, 'default'],
          text: `the default of "${parameter.name}" of ${id} ${problem.text}`,
        }))
  })
}

function formProblem({ type, means, min, max, allowed }: Rule['parameters'][number]): string | null {
  const isNumber = type === 'integer' || type === 'real'
  if (!isNumber && (min !== undefined || max !== undefined)) return `is a ${type}; only numbers have min and max`
  if (min !== undefined && max !== undefined && min > max) return 'has a min above its max'
  if ((isNumber || type === 'boolean' || type === 'label-list') && allowed)
    return `is a ${type}; only texts, lists and measures have allowed`
  if (means === 'condition' && type !== 'text') return 'means a condition, so its type is text'
  if (means === 'benchmarks' && type !== 'text-list') return 'means benchmarks, so its type is text-list'
  return null
}

function checkProblems({ id, check, kinds }: Rule, path: PropertyKey[], checks: readonly KnownCheck[]): Problem[] {
  if (check === null) return kinds === null ? [] : [{ path: [...path, 'kinds'], text: `${id} names kinds and no check` }]
  const known = checks.find((one) => one.id === check)
  if (!known)
    return [{ path: [...path, 'check'], text: `there is no check "${check}"; the checks are ${checks.map((one) => one.id).join(', ')}` }]
  const unknown = (kinds ?? []).find(({ text }) => !Object.hasOwn(known.kinds, text))
  if (!unknown) return []
  return [
    {
      path: [...path, 'kinds'],
      text: `${check} gives no evidence of kind "${unknown.text}"; its kinds are ${Object.keys(known.kinds).join(', ')}`,
    },
  ]
}

function messageOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof FaultError) return error.message
    throw error
  }
}
