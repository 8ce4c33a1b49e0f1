import type { Expression, ExpressionColumn } from '../types.ts'
import { expressionFault } from './expression-fault.ts'
import { join, negate } from './fold.ts'
import { asCondition, type Operand } from './operand.ts'
import { parseComparison } from './parse-comparison.ts'
import type { ExpressionParameters, Scope } from './scope.ts'
import { TokenReader } from './token-reader.ts'

/** Longer text is no condition a person wrote; it also bounds the depth of what is built. */
const MAX_CHARACTERS = 10_000

/** Brackets and nots inside one another. */
const MAX_DEPTH = 100

/**
 * Parses a condition over columns, such as `traj_tokens < 32000 and not language in ["go"]` or `failed_calls / calls > 0.5`.
 *
 * `* /` bind tightest, then `+ -`, comparisons, `not`, `and`, `or`; equals group from the left. A boolean column may stand alone for
 * `column == true`. Values are checked against their column's type, so that what comes out can become SQL with bound values as it is.
 *
 * @param parameters what `$name` stands for, in a rule; null where people type conditions, which have none
 * @throws FaultError `bad-input` naming the position, the culprit and what is allowed
 */
export function parseExpression(
  text: string,
  columns: readonly ExpressionColumn[],
  parameters: ExpressionParameters | null = null,
): Expression {
  if (text.length > MAX_CHARACTERS) throw expressionFault(text, MAX_CHARACTERS, `it is longer than ${MAX_CHARACTERS} characters`)
  const reader = new TokenReader(text)
  const scope: Scope = { reader, columns, parameters, calculations: 0 }
  if (reader.peek().kind === 'end') throw reader.fail('a condition is missing')
  const operand = parseOr(scope, 0)
  const unread = reader.peek()
  if (operand.kind === 'condition' && unread.kind !== 'end')
    throw reader.fail(`"${unread.text}" was not expected; join conditions with and, or`)
  return asCondition(scope, operand)
}

function parseOr(scope: Scope, depth: number): Operand {
  return parseChain(scope, 'or', () => parseChain(scope, 'and', () => parseNot(scope, depth)))
}

/** Operands joined by one word; a single one comes back as it is. */
function parseChain(scope: Scope, word: 'and' | 'or', parseNext: () => Operand): Operand {
  const { reader } = scope
  let left = parseNext()
  while (reader.isWord(word)) {
    const before = asCondition(scope, left)
    reader.take()
    const right = parseNext()
    left = { kind: 'condition', expression: join(word, before, asCondition(scope, right)), from: left.from }
  }
  return left
}

function parseNot(scope: Scope, depth: number): Operand {
  const { reader } = scope
  const from = reader.peek()
  if (depth > MAX_DEPTH) throw reader.fail(`more than ${MAX_DEPTH} levels of brackets and nots`)
  if (!reader.takeWord('not')) return parseComparison(scope, () => parseOr(scope, depth + 1))
  return { kind: 'condition', expression: negate(asCondition(scope, parseNot(scope, depth + 1))), from }
}
