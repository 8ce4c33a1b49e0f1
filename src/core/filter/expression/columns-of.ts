import type { Amount, Expression } from '../types.ts'

/** The columns a condition reads, each once, in the order they stand. */
export function columnsOf(expression: Expression): string[] {
  return [...new Set(columnsIn(expression))]
}

function columnsIn(part: Expression | Amount): string[] {
  if ('column' in part) return [part.column]
  if ('left' in part) return [...columnsIn(part.left), ...columnsIn(part.right)]
  return part.kind === 'not' ? columnsIn(part.operand) : []
}
