import type { Comparison, Expression } from '#filter'

/** A limit a condition holds a number to. */
export interface Edge {
  column: string
  limit: number
}

/** What is equal or not is not nearly so. */
const ORDERS: readonly Comparison[] = ['<', '<=', '>', '>=']

/** The comparisons `column < number` (or `<=`, `>`, `>=`) of a condition: what a row can be near to. */
export function edgesOf(condition: Expression): Edge[] {
  const edges: Edge[] = []
  const open = [condition]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === 'and' || next.kind === 'or') open.push(next.left, next.right)
    else if (next.kind === 'not') open.push(next.operand)
    else if (next.kind === 'compare' && typeof next.value === 'number' && ORDERS.includes(next.operator)) {
      edges.push({ column: next.column, limit: next.value })
    }
  }
  return edges
}
