import { faultMeasure } from '#measure'
import { fault, type Json } from '#record'
import { columnsOf } from '../expression/columns-of.ts'
import { parseExpression } from '../expression/parse-expression.ts'
import { unknownColumn } from '../expression/resolve-column.ts'
import type { JudgeStep, Preference } from '../judge-plan.ts'
import type { Parameters, RecipeStep, Rule, RuleColumn, Wording } from '../types.ts'
import { type BookOf, benchmarksNamed, valuesOf } from './values-of.ts'
import { tellerOf } from './wording.ts'

/** What a step says besides its rule. */
export interface StepUse {
  key: string
  parameters: Parameters
  enabled: boolean
}

/**
 * A rule with its parameters, ready to judge by.
 *
 * @throws FaultError `bad-input` when the rule does not hold together with them
 */
export function bindStep(rule: Rule, { key, parameters, enabled }: StepUse, book: BookOf): RecipeStep {
  const values = valuesOf(rule, parameters, book)
  const tellerFor = (wordings: readonly Wording[]) => tellerOf(wordings, book.columns, values)
  const says = tellerFor(rule.says)
  const title = typeof parameters.title === 'string' && parameters.title.trim() !== '' ? parameters.title.trim() : rule.title
  const kinds = rule.kinds?.map((kind) => tellerFor([kind])(null)).filter((kind) => kind !== '')
  return {
    key,
    rule: rule.id,
    version: rule.version,
    title,
    summary: tellerFor(rule.summary)(null),
    severity: rule.severity,
    parameters,
    enabled,
    check: rule.check,
    kinds: kinds ?? null,
    basis: basisOf(rule, parameters, book),
    judged: judgedOf(rule, parameters, key, book),
    tell: (row) => says(row) || title,
  }
}

function basisOf(rule: Rule, parameters: Parameters, book: BookOf): string[] {
  const names = rule.parameters.filter(({ means }) => means === 'benchmarks').flatMap(({ name }) => [parameters[name] ?? []])
  const lists = names.flatMap((named) => (Array.isArray(named) ? benchmarksNamed(named, book) : []))
  return [...(rule.sha256 === null ? [] : [rule.sha256]), ...lists.map(({ sha256 }) => sha256)]
}

function judgedOf(rule: Rule, parameters: Parameters, key: string, book: BookOf): JudgeStep {
  const { action } = rule
  if (action.kind === 'drop') {
    const when = parseExpression(action.when, book.columns, valuesOf(rule, parameters, book))
    return { kind: 'drop', key, faults: faultsOf(columnsOf(when), book.columns), when }
  }
  const most = numberOf(action.most, parameters)
  const seed = numberOf(action.seed, parameters)
  checkNumbers(action.kind, most, seed)
  if (action.kind === 'choose') {
    const per = columnOf(textOf(action.per, parameters), [...book.columns, ...book.groups])
    const prefer = preferencesOf(action, parameters).map((text) => preferenceOf(text, book.columns))
    return { kind: 'choose', key, faults: faultsOf([per, ...prefer.map(({ column }) => column)], book.columns), per, most, prefer, seed }
  }
  const of = columnOf(textOf(action.of, parameters), book.columns)
  const only = action.only === null ? [] : textsOf(action.only, parameters)
  return { kind: 'share', key, faults: faultsOf([of], book.columns), of, most, only: only.length === 0 ? null : only, seed }
}

function preferencesOf({ prefer, words }: Extract<Rule['action'], { kind: 'choose' }>, parameters: Parameters): readonly string[] {
  return textsOf(prefer, parameters).map((text) => words[text] ?? text)
}

function preferenceOf(text: string, columns: readonly RuleColumn[]): Preference {
  const [order, column = '', ...rest] = text.split(' ')
  if ((order !== 'most' && order !== 'least') || rest.length > 0)
    throw fault('bad-input', `"${text}" is no preference; write "most COLUMN" or "least COLUMN".`)
  return { order, column: columnOf(column, columns) }
}

function columnOf(name: string, columns: readonly RuleColumn[]): string {
  const column = columns.find(({ id }) => id === name)
  if (!column) throw fault('bad-input', `${unknownColumn(name, columns).replace(/^t/, 'T')}.`, { culprit: name })
  if (column.type === 'tally') throw fault('bad-input', `${name} counts by key and cannot be chosen by.`, { culprit: name })
  return name
}

/** Checks whose measures these columns are. */
function faultsOf(used: readonly string[], columns: readonly RuleColumn[]): string[] {
  const checks = used.flatMap((id) => columns.find((column) => column.id === id)?.check ?? [])
  return [...new Set(checks)].map(faultMeasure)
}

function numberOf(written: number | string, parameters: Parameters): number {
  const value = typeof written === 'string' ? given(written, parameters) : written
  if (typeof value === 'number') return value
  throw fault('bad-input', `${String(written)} is no number here.`)
}

function checkNumbers(kind: 'choose' | 'share', most: number, seed: number): void {
  if (!Number.isSafeInteger(seed) || seed < 0) throw fault('bad-input', `"seed" must be a whole number from 0, not ${seed}.`)
  if (kind === 'choose' && !(Number.isSafeInteger(most) && most >= 1))
    throw fault('bad-input', `"most" must be a whole number from 1, not ${most}: so many of each group stay.`)
  if (kind === 'share' && !(most > 0 && most <= 1)) throw fault('bad-input', `"most" must be a share above 0 and up to 1, not ${most}.`)
}

function textOf(written: string, parameters: Parameters): string {
  const value = written.startsWith('$') ? given(written, parameters) : written
  if (typeof value === 'string') return value
  throw fault('bad-input', `${written} is no text here.`)
}

function textsOf(written: string | readonly string[], parameters: Parameters): string[] {
  const value = typeof written === 'string' ? given(written, parameters) : [...written]
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw fault('bad-input', `${String(written)} is no list of texts here.`)
}

function given(written: string, parameters: Parameters): Json {
  const value = written.startsWith('$') ? parameters[written.slice(1)] : undefined
  if (value !== undefined) return value
  const known = Object.keys(parameters).map((name) => `$${name}`)
  throw fault('bad-input', `There is no parameter "${written}"; the rule has ${known.join(', ') || 'none'}.`)
}
