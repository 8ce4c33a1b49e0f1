import type { Comparison } from '../types.ts'

/** Compares two values of one type; texts by their UTF-16 units. */
export function compareValues<T extends string | number | boolean>(left: T, operator: Comparison, right: T): boolean {
  switch (operator) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}

/** Two numbers reckoned; null for a division by 0. */
export function calculate(left: number, operator: '+' | '-' | '*' | '/', right: number): number | null {
  if (operator === '+') return left + right
  if (operator === '-') return left - right
  if (operator === '*') return left * right
  return right === 0 ? null : left / right
}
