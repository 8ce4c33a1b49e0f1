import type { MeasureValue } from '#record'
import type { Amount, Expression } from '../types.ts'
import { calculate, compareValues } from './compare-values.ts'

/** The value of a column in the row that is asked; null for none. */
export type CellOf = (column: string) => MeasureValue

/** Whether a condition holds for one row, as the store would say. Tallies are not asked here: of one nothing is true. */
export function evaluate(expression: Expression, cellOf: CellOf): boolean {
  switch (expression.kind) {
    case 'constant':
      return expression.value
    case 'and':
      return evaluate(expression.left, cellOf) && evaluate(expression.right, cellOf)
    case 'or':
      return evaluate(expression.left, cellOf) || evaluate(expression.right, cellOf)
    case 'not':
      return !evaluate(expression.operand, cellOf)
    case 'compare':
      return holds(cellOf(expression.column), expression)
    case 'compare-amounts':
      return holds(amountIn(expression.left, cellOf), { ...expression, value: amountIn(expression.right, cellOf) })
    case 'contains': {
      const value = cellOf(expression.column)
      return typeof value === 'string' && value.toLowerCase().includes(expression.value.toLowerCase())
    }
    case 'in': {
      const value = cellOf(expression.column)
      const wanted = expression.anyCase && typeof value === 'string' ? value.toLowerCase() : value
      return expression.values.some((listed) => listed === wanted)
    }
  }
}

function holds(value: MeasureValue, condition: Extract<Expression, { kind: 'compare' }> | AmountsWithValue): boolean {
  const { operator, value: other } = condition
  if (condition.kind === 'compare' && other === null) return (value === null) === (operator === '==')
  if (value === null || other === null) return operator === '!='
  return compareValues(value, operator, other)
}

type AmountsWithValue = Extract<Expression, { kind: 'compare-amounts' }> & { value: number | null }

function amountIn(amount: Amount, cellOf: CellOf): number | null {
  if (amount.kind === 'number') return amount.value
  if (amount.kind === 'column') {
    const value = cellOf(amount.column)
    return typeof value === 'number' ? value : null
  }
  const left = amountIn(amount.left, cellOf)
  const right = amountIn(amount.right, cellOf)
  return left === null || right === null ? null : calculate(left, amount.operator, right)
}
