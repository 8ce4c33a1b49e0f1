import type { DeclaredParameter, Rule, RuleParameter } from '../types.ts'

/** A rule as people and screens are told of it. */
export interface RuleInfo {
  id: string
  version: number
  title: string
  help: string
  severity: Rule['severity']
  pack: string
  kind: 'drop' | 'choose' | 'share'
  /** What it drops, as the pack writes it; of the others, what they choose by. */
  when: string
  check: string | null
  parameters: RuleParameter[]
}

/** What a rule says of itself. */
export function ruleInfo(rule: Rule): RuleInfo {
  const { id, version, title, help, severity, pack, check, action } = rule
  return {
    id,
    version,
    title,
    help,
    severity,
    pack,
    kind: action.kind,
    when: whenOf(rule),
    check,
    parameters: rule.parameters.map(withoutInner),
  }
}

function withoutInner({ means: _, isOrdered: __, ...parameter }: DeclaredParameter): RuleParameter {
  return parameter
}

function whenOf({ action }: Rule): string {
  switch (action.kind) {
    case 'drop':
      return action.when.replace(/\s+/g, ' ')
    case 'choose':
      return `more than ${action.most} per ${action.per}, by ${typeof action.prefer === 'string' ? action.prefer : action.prefer.join(', ')}`
    case 'share':
      return `more than a share of ${action.most} of one ${action.of}`
  }
}
