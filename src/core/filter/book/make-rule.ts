import { createHash } from 'node:crypto'
import type { DeclaredParameter, Rule, RuleAction, Wording } from '../types.ts'
import type { WrittenParameter, WrittenRule } from './pack-schema.ts'
import type { BookOf } from './values-of.ts'

/** Where a rule comes from. */
export interface PackPlace {
  pack: string
  /** Rules that ship are known by their version. */
  isBundled: boolean
}

/** A written rule as one; exactly one of its actions is given. */
export function makeRule(written: WrittenRule, action: RuleAction, { pack, isBundled }: PackPlace, book: BookOf): Rule {
  const { id, version, title, help, severity, says, summary, check = null, kinds = null } = written
  const parameters = Object.entries(written.parameters).map(([name, parameter]) => declared(name, parameter, book))
  return {
    id,
    version,
    title,
    help,
    severity,
    pack,
    sha256: isBundled ? null : createHash('sha256').update(JSON.stringify(written)).digest('hex'),
    parameters,
    action,
    summary: summary ?? [{ when: null, text: parametersInWords(parameters) }],
    says,
    check,
    kinds: kinds?.map((kind): Wording => (typeof kind === 'string' ? { when: null, text: kind } : kind)) ?? null,
  }
}

/** What of a written rule is its action; none, or several, give null. */
export function actionOf({ drop, choose, share }: WrittenRule): RuleAction | null {
  const actions: RuleAction[] = [
    ...(drop === undefined ? [] : [{ kind: 'drop' as const, when: drop }]),
    ...(choose === undefined ? [] : [{ kind: 'choose' as const, ...choose }]),
    ...(share === undefined ? [] : [{ kind: 'share' as const, ...share }]),
  ]
  const [action] = actions
  return actions.length === 1 && action ? action : null
}

function declared(name: string, written: WrittenParameter, book: BookOf): DeclaredParameter {
  const { type, help, min, max, means = 'text', ordered } = written
  const allowed = allowedOf(written, book)
  return {
    name,
    type,
    default: written.default,
    help,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(allowed === undefined ? {} : { allowed }),
    means,
    isOrdered: ordered,
  }
}

/** A measure may be any that holds numbers, or those of a unit; benchmarks are the lists there are. */
function allowedOf({ type, allowed, unit, means }: WrittenParameter, { columns, lists }: BookOf): string[] | undefined {
  if (means === 'benchmarks') return lists.map(({ name }) => name)
  if (type !== 'measure' || allowed) return allowed
  const numbers = columns.filter((column) => column.type === 'integer' || column.type === 'real')
  return numbers.filter((column) => column.unit !== undefined && (unit === undefined || column.unit === unit)).map(({ id }) => id)
}

function parametersInWords(parameters: readonly DeclaredParameter[]): string {
  return parameters.map(({ name }) => `${name.replaceAll('_', ' ')} {$${name}}`).join(', ')
}
