import type { Amount, Expression } from '#filter'

/** An expression as text that parses back to the same tree: every compound operand stands in brackets. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'constant':
      return String(expression.value)
    case 'and':
    case 'or':
      return `(${printExpression(expression.left)}) ${expression.kind} (${printExpression(expression.right)})`
    case 'not':
      return `not (${printExpression(expression.operand)})`
    case 'compare':
      return `${expression.column} ${expression.operator} ${JSON.stringify(expression.value)}`
    case 'compare-amounts':
      return `${printAmount(expression.left)} ${expression.operator} ${printAmount(expression.right)}`
    case 'contains':
      return `${expression.column} contains ${JSON.stringify(expression.value)}`
    case 'in':
      return `${expression.column} in ${JSON.stringify(expression.values)}`
  }
}

function printAmount(amount: Amount): string {
  if (amount.kind === 'number') return JSON.stringify(amount.value)
  if (amount.kind === 'column') return amount.column
  return `(${printAmount(amount.left)} ${amount.operator} ${printAmount(amount.right)})`
}
