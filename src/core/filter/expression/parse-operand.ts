import type { Amount } from '../types.ts'
import { calculate } from './compare-values.ts'
import { amountOf, asAmount, type Item, type Operand, typeOf, type Value } from './operand.ts'
import { operandOfParameter } from './parameter-operand.ts'
import { unknownColumn } from './resolve-column.ts'
import type { Scope } from './scope.ts'
import type { Token } from './tokenize.ts'

/** More would nest deeper than SQL engines allow. */
const MAX_CALCULATIONS = 100

const KEYWORDS = ['and', 'or', 'not', 'in', 'contains']
const VALUES: Record<string, Value> = { true: true, false: false, null: null }

type Operator = Extract<Amount, { kind: 'calculation' }>['operator']

/** Where an operand is read. */
interface Side {
  /** Reads what stands in brackets. */
  parseInner(): Operand
  /** What it is compared with; null on the left. */
  opposite: Operand | null
}

/** A side of a comparison: values and columns, reckoned with `+ - * /`. */
export function parseSum(scope: Scope, side: Side): Operand {
  return parseLeftward(scope, ['+', '-'], () => parseLeftward(scope, ['*', '/'], () => parseSigned(scope, side)))
}

function parseLeftward(scope: Scope, operators: readonly Operator[], parseNext: () => Operand): Operand {
  let left = parseNext()
  for (;;) {
    const operator = operators.find((symbol) => scope.reader.takeSymbol(symbol))
    if (!operator) return left
    const amount = asAmount(scope, left)
    left = reckon(scope, amount, operator, parseNext(), left.from)
  }
}

/** Numbers are reckoned at once, columns when a row is asked. */
function reckon(scope: Scope, left: Amount, operator: Operator, operand: Operand, from: Token): Operand {
  const { reader } = scope
  const right = asAmount(scope, operand)
  if (operator === '/' && right.kind === 'number' && right.value === 0) throw reader.fail('nothing can be divided by 0', operand.from)
  if (left.kind !== 'number' || right.kind !== 'number') {
    scope.calculations += 1
    if (scope.calculations > MAX_CALCULATIONS) throw reader.fail(`more than ${MAX_CALCULATIONS} calculations`, operand.from)
    return { kind: 'amount', amount: { kind: 'calculation', operator, left, right }, from }
  }
  const value = calculate(left.value, operator, right.value)
  if (value === null || !Number.isFinite(value)) throw reader.fail('the result is too large a number', from)
  return { kind: 'value', value, from }
}

function parseSigned(scope: Scope, side: Side): Operand {
  const { reader } = scope
  const from = reader.peek()
  if (!reader.takeSymbol('-')) return parseSingle(scope, side)
  const operand = parseSingle(scope, side)
  const amount = amountOf(operand)
  if (amount?.kind === 'number') return { kind: 'value', value: 0 - amount.value, from: { ...from, text: `-${operand.from.text}` } }
  return reckon(scope, { kind: 'number', value: 0 }, '-', operand, from)
}

function parseSingle(scope: Scope, side: Side): Operand {
  const { reader } = scope
  const from = reader.peek()
  if (reader.takeSymbol('[')) return parseList(scope, side, from)
  if (reader.takeSymbol('(')) {
    const inner = side.parseInner()
    reader.expectSymbol(')')
    return inner
  }
  if (from.kind === 'text' || from.kind === 'number') {
    reader.take()
    return { kind: 'value', value: from.value, from }
  }
  if (from.kind === 'parameter') return operandOfParameter(scope, reader.take())
  return parseName(scope, side, from)
}

function parseName({ reader, columns, parameters }: Scope, { opposite }: Side, from: Token): Operand {
  const word = from.text.toLowerCase()
  const isName = from.kind === 'name' && !KEYWORDS.includes(word)
  if (isName && Object.hasOwn(VALUES, word)) {
    reader.take()
    return { kind: 'value', value: VALUES[word] ?? null, from }
  }
  const column = isName ? columns.find(({ id }) => id === from.text) : undefined
  if (column) {
    reader.take()
    return { kind: 'column', column, from }
  }
  if (opposite === null && !isName) throw reader.fail(`a column was expected, not ${reader.describe()}`)
  const isParameter = isName && parameters !== null && Object.hasOwn(parameters, from.text)
  const isText = opposite?.kind === 'column' && typeOf(opposite.column) !== 'number' && !isParameter
  if (!isName || isText) throw reader.fail(`a value was expected, not ${reader.describe()}; texts stand in quotes`)
  throw reader.fail(unknownColumn(from.text, columns, parameters))
}

function parseList(scope: Scope, side: Side, from: Token): Operand {
  const { reader } = scope
  const items: Item[] = []
  if (reader.takeSymbol(']')) return { kind: 'list', items, isParameter: false, from }
  do {
    const item = parseSum(scope, side)
    if (item.kind !== 'value') throw reader.fail(`a value was expected, not ${item.from.text}; texts stand in quotes`, item.from)
    items.push({ value: item.value, from: item.from })
  } while (reader.takeSymbol(','))
  reader.expectSymbol(']')
  return { kind: 'list', items, isParameter: false, from }
}
