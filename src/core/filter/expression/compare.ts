import type { Comparison, Expression, ExpressionColumn } from '../types.ts'
import { compareValues } from './compare-values.ts'
import { amountOf, kindOf, nameOf, type Operand, typeOf, type Value } from './operand.ts'
import type { Scope } from './scope.ts'

const MIRRORED: Record<Comparison, Comparison> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

type ValueOperand = Extract<Operand, { kind: 'value' }>

/** Two sides compared: constants at once, a column with a value as such, any other numbers as amounts. */
export function compare(scope: Scope, left: Operand, operator: Comparison, right: Operand): Expression {
  if (left.kind === 'list' || right.kind === 'list') return compareLists(scope, left, operator, right)
  if (left.kind === 'value' && right.kind === 'value') return compareConstants(scope, left, operator, right)
  if (left.kind === 'column' && right.kind === 'value') return compareColumn(scope, left.column, operator, right)
  if (left.kind === 'value' && right.kind === 'column') return compareColumn(scope, right.column, MIRRORED[operator], left)
  const amounts = { left: amountOf(left), right: amountOf(right) }
  if (amounts.left && amounts.right) return { kind: 'compare-amounts', operator, left: amounts.left, right: amounts.right }
  throw uncomparable(scope, left, right)
}

/** A list can only be asked whether it is empty. */
function compareLists({ reader }: Scope, left: Operand, operator: Comparison, right: Operand): Expression {
  const isEquality = operator === '==' || operator === '!='
  if (left.kind !== 'list' || right.kind !== 'list' || !isEquality || right.items.length > 0)
    throw reader.fail('a list can be compared with == [] or != [] alone; look for a value with in', right.from)
  return { kind: 'constant', value: (left.items.length === 0) === (operator === '==') }
}

function compareConstants(scope: Scope, left: ValueOperand, operator: Comparison, right: ValueOperand): Expression {
  if (left.value === null || right.value === null || typeof left.value !== typeof right.value) throw uncomparable(scope, left, right)
  checkOrder(scope, operator, right)
  return { kind: 'constant', value: compareValues(left.value, operator, right.value) }
}

function compareColumn(scope: Scope, column: ExpressionColumn, operator: Comparison, operand: ValueOperand): Expression {
  const { reader } = scope
  const { value, from } = operand
  if (column.type === 'tally') throw reader.fail(`${column.id} counts by key; write ${column.id} contains "a key"`, from)
  if (value !== null && typeof value !== typeOf(column)) throw reader.fail(`${column.id} is a ${kindOf(column)}, ${from.text} is not`, from)
  checkOrder(scope, operator, operand)
  return { kind: 'compare', column: column.id, operator, value }
}

function checkOrder({ reader }: Scope, operator: Comparison, { value, from }: { value: Value } & Pick<Operand, 'from'>): void {
  const isOrder = operator !== '==' && operator !== '!='
  if (isOrder && (value === null || typeof value === 'boolean'))
    throw reader.fail(`${String(value)} has no order; compare it with == or !=`, from)
}

function uncomparable({ reader }: Scope, left: Operand, right: Operand) {
  const column = [left, right].find((side) => side.kind === 'column' && typeOf(side.column) !== 'number')
  if (column?.kind === 'column') {
    const with_ = typeOf(column.column) === 'string' ? 'a text in quotes' : 'true or false'
    return reader.fail(`${column.column.id} is a ${kindOf(column.column)}; compare it with ${with_}`, right.from)
  }
  return reader.fail(`${nameOf(left)} cannot be compared with ${nameOf(right)}`, right.from)
}
