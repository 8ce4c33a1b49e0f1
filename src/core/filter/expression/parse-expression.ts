import type { Expression, ExpressionColumn } from '../types.ts'
import { expressionFault } from './expression-fault.ts'
import { parseCondition } from './parse-condition.ts'
import { TokenReader } from './token-reader.ts'

/** Longer text is no condition a person wrote; it also bounds the depth of what is built. */
const MAX_CHARACTERS = 10_000

/** Brackets and nots inside one another. */
const MAX_DEPTH = 100

/**
 * Parses a condition over columns, such as `traj_tokens < 32000 and not language in ["go"]`.
 *
 * `not` binds tightest, then `and`, then `or`; `and` and `or` group from the left. A boolean column may stand alone for `column == true`.
 * Values are checked against their column's type, so that what comes out can become SQL with bound values as it is.
 *
 * @throws FaultError `bad-input` naming the position, the culprit and what is allowed
 */
export function parseExpression(text: string, columns: readonly ExpressionColumn[]): Expression {
  if (text.length > MAX_CHARACTERS) throw expressionFault(text, MAX_CHARACTERS, `it is longer than ${MAX_CHARACTERS} characters`)
  const reader = new TokenReader(text)
  if (reader.peek().kind === 'end') throw reader.fail('a condition is missing')
  const expression = parseOr(reader, columns, 0)
  if (reader.peek().kind !== 'end') throw reader.fail(`"${reader.peek().text}" was not expected; join conditions with and, or`)
  return expression
}

function parseOr(reader: TokenReader, columns: readonly ExpressionColumn[], depth: number): Expression {
  let left = parseAnd(reader, columns, depth)
  while (reader.takeWord('or')) left = { kind: 'or', left, right: parseAnd(reader, columns, depth) }
  return left
}

function parseAnd(reader: TokenReader, columns: readonly ExpressionColumn[], depth: number): Expression {
  let left = parseNot(reader, columns, depth)
  while (reader.takeWord('and')) left = { kind: 'and', left, right: parseNot(reader, columns, depth) }
  return left
}

function parseNot(reader: TokenReader, columns: readonly ExpressionColumn[], depth: number): Expression {
  if (depth > MAX_DEPTH) throw reader.fail(`more than ${MAX_DEPTH} levels of brackets and nots`)
  if (reader.takeWord('not')) return { kind: 'not', operand: parseNot(reader, columns, depth + 1) }
  if (!reader.takeSymbol('(')) return parseCondition(reader, columns)
  const inner = parseOr(reader, columns, depth + 1)
  reader.expectSymbol(')')
  return inner
}
