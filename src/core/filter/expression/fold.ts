import type { Expression } from '../types.ts'

/** Two conditions joined, constants folded away. */
export function join(kind: 'and' | 'or', left: Expression, right: Expression): Expression {
  const ends = kind === 'or'
  if (left.kind === 'constant') return left.value === ends ? left : right
  if (right.kind === 'constant') return right.value === ends ? right : left
  return { kind, left, right }
}

/** A condition turned around. */
export function negate(operand: Expression): Expression {
  return operand.kind === 'constant' ? { kind: 'constant', value: !operand.value } : { kind: 'not', operand }
}
