import type { Comparison, Expression, ExpressionColumn } from '../types.ts'
import { unknownColumn } from './resolve-column.ts'
import type { TokenReader } from './token-reader.ts'
import type { Token } from './tokenize.ts'

const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='] satisfies Comparison[]
const KEYWORDS = ['and', 'or', 'not', 'in', 'contains', 'true', 'false', 'null']

type Value = string | number | boolean | null

/** One condition: a column, an operator, a value. */
export function parseCondition(reader: TokenReader, columns: readonly ExpressionColumn[]): Expression {
  const column = parseColumn(reader, columns)
  if (reader.takeWord('contains')) return parseContains(reader, column)
  if (column.type === 'tally') throw reader.fail(`${column.id} counts by key; write ${column.id} contains "a key"`)
  if (reader.takeWord('in')) return parseIn(reader, column)
  if (reader.takeWord('not')) {
    if (!reader.takeWord('in')) throw reader.fail('"in" was expected after "not"')
    return { kind: 'not', operand: parseIn(reader, column) }
  }
  const token = reader.peek()
  if (isComparison(token)) return parseComparison(reader, column, token.text)
  if (column.type === 'boolean') return { kind: 'compare', column: column.id, operator: '==', value: true }
  throw reader.fail(`an operator was expected after ${column.id}: ${COMPARISONS.join(' ')} in contains`)
}

function isComparison(token: Token): token is Token & { text: Comparison } {
  return token.kind === 'symbol' && COMPARISONS.includes(token.text)
}

function parseColumn(reader: TokenReader, columns: readonly ExpressionColumn[]): ExpressionColumn {
  const token = reader.peek()
  if (token.kind !== 'name' || KEYWORDS.includes(token.text.toLowerCase()))
    throw reader.fail(`a column was expected, not ${reader.describe()}`)
  const column = columns.find(({ id }) => id === token.text)
  if (!column) throw reader.fail(unknownColumn(token.text, columns))
  reader.take()
  return column
}

function parseComparison(reader: TokenReader, column: ExpressionColumn, operator: Comparison): Expression {
  reader.take()
  const token = reader.peek()
  const value = parseValue(reader, column)
  const isOrder = operator !== '==' && operator !== '!='
  if (isOrder && (value === null || typeof value === 'boolean')) {
    throw reader.fail(`${String(value)} has no order; compare it with == or !=`, token)
  }
  return { kind: 'compare', column: column.id, operator, value }
}

function parseContains(reader: TokenReader, column: ExpressionColumn): Expression {
  const token = reader.peek()
  if (column.type !== 'text' && column.type !== 'tally')
    throw reader.fail(`${column.id} is a ${kindOf(column)}; contains looks inside texts`, token)
  if (token.kind !== 'text') throw reader.fail(`contains needs a text in quotes, not ${reader.describe()}`)
  reader.take()
  return { kind: 'contains', column: column.id, value: token.value }
}

function parseIn(reader: TokenReader, column: ExpressionColumn): Expression {
  reader.expectSymbol('[')
  const values: (string | number)[] = []
  if (reader.takeSymbol(']')) throw reader.fail('the list is empty, so nothing could match')
  do {
    const token = reader.peek()
    const value = parseValue(reader, column)
    if (value === null || typeof value === 'boolean')
      throw reader.fail(`${String(value)} cannot stand in a list; compare it with ==`, token)
    values.push(value)
  } while (reader.takeSymbol(','))
  reader.expectSymbol(']')
  return { kind: 'in', column: column.id, values }
}

/** A value of the column's type, or null. */
function parseValue(reader: TokenReader, column: ExpressionColumn): Value {
  const token = reader.peek()
  const value = literal(token)
  if (value === undefined) throw reader.fail(`a value was expected, not ${reader.describe()}; texts stand in quotes`)
  const isFit = value === null || typeof value === typeOf(column)
  if (!isFit) throw reader.fail(`${column.id} is a ${kindOf(column)}, ${token.text} is not`, token)
  reader.take()
  return value
}

function literal(token: Token): Value | undefined {
  if (token.kind === 'text' || token.kind === 'number') return token.value
  if (token.kind !== 'name') return undefined
  const words: Record<string, Value> = { true: true, false: false, null: null }
  const word = token.text.toLowerCase()
  return Object.hasOwn(words, word) ? words[word] : undefined
}

function typeOf(column: ExpressionColumn): 'string' | 'number' | 'boolean' {
  if (column.type === 'text') return 'string'
  return column.type === 'boolean' ? 'boolean' : 'number'
}

function kindOf(column: ExpressionColumn): string {
  const kinds = { string: 'text', number: 'number', boolean: 'true-or-false column' }
  return kinds[typeOf(column)]
}
