import type { Comparison, Expression, ExpressionColumn } from '../types.ts'
import { compare } from './compare.ts'
import { negate } from './fold.ts'
import { type Item, kindOf, nameOf, type Operand, typeOf, type Value } from './operand.ts'
import { parseSum } from './parse-operand.ts'
import type { Scope } from './scope.ts'
import type { Token } from './tokenize.ts'

const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='] satisfies Comparison[]

/** One condition: a side, an operator, a side. A side alone comes back as it is. */
export function parseComparison(scope: Scope, parseInner: () => Operand): Operand {
  const { reader } = scope
  const left = parseSum(scope, { parseInner, opposite: null })
  if (left.kind === 'condition') return left
  const { from } = left
  if (reader.takeWord('contains')) return { kind: 'condition', expression: parseContains(scope, left, parseInner), from }
  if (left.kind === 'column' && left.column.type === 'tally')
    throw reader.fail(`${left.column.id} counts by key; write ${left.column.id} contains "a key"`)
  const isNegated = reader.takeWord('not')
  if (isNegated && !reader.isWord('in')) throw reader.fail('"in" was expected after "not"')
  if (reader.takeWord('in')) {
    const expression = parseIn(scope, left, parseInner)
    return { kind: 'condition', expression: isNegated ? negate(expression) : expression, from }
  }
  const token = reader.peek()
  if (!isComparison(token)) return left
  reader.take()
  const right = parseSum(scope, { parseInner, opposite: left })
  return { kind: 'condition', expression: compare(scope, left, token.text, right), from }
}

function isComparison(token: Token): token is Token & { text: Comparison } {
  return token.kind === 'symbol' && COMPARISONS.includes(token.text)
}

function parseContains(scope: Scope, left: Operand, parseInner: () => Operand): Expression {
  const { reader } = scope
  const token = reader.peek()
  if (left.kind !== 'column') throw reader.fail(`contains looks inside a column, not ${nameOf(left)}`, left.from)
  const { column } = left
  if (column.type !== 'text' && column.type !== 'tally')
    throw reader.fail(`${column.id} is a ${kindOf(column)}; contains looks inside texts`, token)
  if (token.kind !== 'text' && token.kind !== 'parameter') throw reader.fail(`contains needs a text in quotes, not ${reader.describe()}`)
  const right = parseSum(scope, { parseInner, opposite: left })
  if (right.kind !== 'value' || typeof right.value !== 'string')
    throw reader.fail(`contains needs a text, ${right.from.text} is none`, token)
  return { kind: 'contains', column: column.id, value: right.value }
}

function parseIn(scope: Scope, left: Operand, parseInner: () => Operand): Expression {
  const { reader } = scope
  if (reader.peek().kind !== 'parameter' && reader.peek().text !== '[') reader.expectSymbol('[')
  const list = parseSum(scope, { parseInner, opposite: left })
  if (list.kind !== 'list') throw reader.fail(`${list.from.text} is no list`, list.from)
  if (list.items.length === 0 && !list.isParameter) throw reader.fail('the list is empty, so nothing could match')
  if (left.kind === 'value') return { kind: 'constant', value: isListed(left.value, list) }
  if (left.kind !== 'column') throw reader.fail(`${nameOf(left)} cannot be looked for in a list; compare it with ==`, left.from)
  if (list.items.length === 0) return { kind: 'constant', value: false }
  const { column } = left
  const values = list.items.map((item) => checkItem(scope, column, item))
  return { kind: 'in', column: column.id, values, ...(list.isParameter && column.type === 'text' ? { anyCase: true as const } : {}) }
}

function isListed(value: Value, { items, isParameter }: { items: readonly Item[]; isParameter: boolean }): boolean {
  const wanted = isParameter && typeof value === 'string' ? value.toLowerCase() : value
  return items.some((item) => item.value === wanted)
}

function checkItem({ reader }: Scope, column: ExpressionColumn, { value, from }: Item): string | number {
  if (value === null || typeof value === 'boolean') throw reader.fail(`${String(value)} cannot stand in a list; compare it with ==`, from)
  if (typeof value !== typeOf(column)) throw reader.fail(`${column.id} is a ${kindOf(column)}, ${from.text} is not`, from)
  return value
}
