import type { FaultError } from '#record'
import type { Amount, Expression, ExpressionColumn } from '../types.ts'
import type { Scope } from './scope.ts'
import type { Token } from './tokenize.ts'

/** A bare value. */
export type Value = string | number | boolean | null

/** A value in a list, with where it stands. */
export interface Item {
  value: Value
  from: Token
}

/** What stands on a side of an operator. `from` is where it begins. */
export type Operand = { from: Token } & (
  | { kind: 'column'; column: ExpressionColumn }
  | { kind: 'value'; value: Value }
  /** `isParameter`: its texts are in lower case and match in any case. */
  | { kind: 'list'; items: readonly Item[]; isParameter: boolean }
  | { kind: 'amount'; amount: Amount }
  | { kind: 'condition'; expression: Expression }
)

/** An operand as a condition: a boolean column alone stands for `column == true`. */
export function asCondition({ reader }: Scope, operand: Operand): Expression {
  if (operand.kind === 'condition') return operand.expression
  if (operand.kind === 'value' && typeof operand.value === 'boolean') return { kind: 'constant', value: operand.value }
  if (operand.kind === 'column' && operand.column.type === 'boolean')
    return { kind: 'compare', column: operand.column.id, operator: '==', value: true }
  throw reader.fail(`an operator was expected after ${nameOf(operand)}: == != < <= > >= in contains`)
}

/** An operand as a number of a row. @throws FaultError `bad-input` when it is something else */
export function asAmount(scope: Scope, operand: Operand): Amount {
  const amount = amountOf(operand)
  if (amount) return amount
  throw notANumber(scope, operand)
}

/** The same, or null when it is no number. */
export function amountOf(operand: Operand): Amount | null {
  if (operand.kind === 'amount') return operand.amount
  if (operand.kind === 'value' && typeof operand.value === 'number') return { kind: 'number', value: operand.value }
  if (operand.kind === 'column' && typeOf(operand.column) === 'number' && operand.column.type !== 'tally')
    return { kind: 'column', column: operand.column.id }
  return null
}

function notANumber({ reader }: Scope, operand: Operand): FaultError {
  const what = operand.kind === 'column' ? `${operand.column.id} is a ${kindOf(operand.column)}` : `${nameOf(operand)} is no number`
  return reader.fail(`${what}; only numbers can be reckoned with`, operand.from)
}

/** The JavaScript type of a column's values. */
export function typeOf(column: ExpressionColumn): 'string' | 'number' | 'boolean' {
  if (column.type === 'text') return 'string'
  return column.type === 'boolean' ? 'boolean' : 'number'
}

/** The same for people. */
export function kindOf(column: ExpressionColumn): string {
  const kinds = { string: 'text', number: 'number', boolean: 'true-or-false column' }
  return kinds[typeOf(column)]
}

/** An operand in messages. */
export function nameOf(operand: Operand): string {
  if (operand.kind === 'column') return operand.column.id
  if (operand.kind === 'list') return 'a list'
  if (operand.kind === 'amount') return 'a calculation'
  return operand.kind === 'condition' ? 'a condition' : operand.from.text
}
