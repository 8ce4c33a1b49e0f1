import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { formatTable } from './table.ts'

type RuleInfo = Answers['recipe']['rules'][number]
type Parameter = RuleInfo['parameters'][number]

/** All rules, a line each. */
export function formatRules(rules: readonly RuleInfo[], width: number): string {
  return formatTable(
    [
      { heading: 'rule' },
      { heading: 'title' },
      { heading: 'pack', isSpare: true },
      { heading: 'severity' },
      { heading: 'parameters', longest: 80, takesRest: true },
    ],
    rules.map(({ id, title, pack, severity, parameters }) => [id, title, pack, severity, parameters.map(({ name }) => name).join(', ')]),
    width,
  )
}

/** One rule as a person reads it, with a step to copy. */
export function formatRule(rule: RuleInfo): string {
  const { id, version, title, help, severity, pack, kind, when, check, parameters } = rule
  const facts = [`${id}, version ${version}, of the pack ${pack}, severity ${severity}`, `${kind}: ${when ?? ''}`]
  if (check !== null) facts.push(`shows what the check ${check} finds`)
  const step = [`  - rule: ${id}`, ...parameters.map((parameter) => `    ${parameter.name}: ${JSON.stringify(parameter.default)}`)]
  return [title, help, facts.join('\n'), ...parameters.map(parameterLines), `in a recipe:\n${step.join('\n')}`].map(printable).join('\n\n')
}

function parameterLines({ name, type, help, min, max, allowed, default: value }: Parameter): string {
  const range = [...(min === undefined ? [] : [`from ${min}`]), ...(max === undefined ? [] : [`to ${max}`])].join(' ')
  const facts = [type, range, allowed ? `any of ${allowed.join(', ')}` : '', `default ${JSON.stringify(value)}`].filter(
    (fact) => fact !== '',
  )
  return `${name}: ${facts.join('; ')}\n  ${help}`
}
