import type { Operand } from './operand.ts'
import { unknownColumn } from './resolve-column.ts'
import type { Scope } from './scope.ts'
import type { Token } from './tokenize.ts'

/** What `$name` stands for. @throws FaultError `bad-input` when no parameter is called so */
export function operandOfParameter({ reader, columns, parameters }: Scope, from: Token): Operand {
  if (parameters === null) throw reader.fail(`${from.text} is a parameter; only rules have them`, from)
  const name = from.text.slice(1)
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (!parameter) throw reader.fail(unknownParameter(name, Object.keys(parameters)), from)
  if (parameter.kind === 'value') return { kind: 'value', value: parameter.value, from }
  if (parameter.kind === 'condition') return { kind: 'condition', expression: parameter.expression, from }
  if (parameter.kind === 'list') return { kind: 'list', items: parameter.values.map((value) => ({ value, from })), isParameter: true, from }
  const column = columns.find(({ id }) => id === parameter.column)
  if (!column) throw reader.fail(unknownColumn(parameter.column, columns), from)
  return { kind: 'column', column, from }
}

function unknownParameter(name: string, names: string[]): string {
  const there = names.length === 0 ? 'the rule has none' : `the rule has ${names.map((known) => `$${known}`).join(', ')}`
  return `there is no parameter "$${name}"; ${there}`
}
