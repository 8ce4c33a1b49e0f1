import type { Amount, Comparison, Expression } from '#filter'
import { assertNever, fault } from '#record'
import type { Bindings } from './bindings.ts'
import type { Column, Columns } from './columns.ts'
import { hasSql } from './has-sql.ts'

type Value = string | number | boolean | null

/**
 * A parsed condition as SQL. Two-valued: nothing is never less, greater or equal to a value, so `not` turns every row around; `==` and `!=` null
 * test for nothing. `contains` ignores case; of a tally it means that the very key was counted.
 *
 * @throws FaultError `bad-input` for an unknown column or a value of the wrong type
 */
export function expressionSql(expression: Expression, columns: Columns, bindings: Bindings): string {
  switch (expression.kind) {
    case 'constant':
      return String(expression.value)
    case 'and':
    case 'or':
      return `(${operandsOf(expression)
        .map((operand) => expressionSql(operand, columns, bindings))
        .join(expression.kind === 'and' ? ' AND ' : ' OR ')})`
    case 'not':
      return `(NOT ${expressionSql(expression.operand, columns, bindings)})`
    case 'compare':
      return compareSql(columns.find(expression.column), expression.operator, expression.value, bindings)
    case 'compare-amounts':
      return compareAmountsSql(expression, columns, bindings)
    case 'contains': {
      const column = columns.find(expression.column)
      checkType(column, expression.value)
      if (column.type === 'tally') return hasSql(column, [expression.value], bindings)
      if (column.type !== 'text') throw wrongType(column, expression.value)
      return `coalesce(contains(lower(${column.sql}), lower(${bindings.add(expression.value)})), false)`
    }
    case 'in': {
      const column = columns.find(expression.column)
      if (column.type === 'tally') throw onlyContains(column)
      for (const value of expression.values) checkType(column, value)
      if (expression.values.length === 0) return 'false'
      const sql = expression.anyCase ? `lower(${column.sql})` : column.sql
      return `coalesce(${sql} IN (${listSql(expression.values, bindings)}), false)`
    }
    default:
      return assertNever(expression, 'expression')
  }
}

/** Columns a condition names. */
export function columnsOf(expression: Expression): string[] {
  const found: string[] = []
  const open: (Expression | Amount)[] = [expression]
  for (let next = open.pop(); next; next = open.pop()) {
    if ('column' in next) found.push(next.column)
    else if ('left' in next) open.push(next.left, next.right)
    else if (next.kind === 'not') open.push(next.operand)
  }
  return found
}

/** `a and b and c` as one list: a long chain must not become a deep nest, which SQL engines refuse. */
function operandsOf(expression: Extract<Expression, { kind: 'and' | 'or' }>): Expression[] {
  const operands: Expression[] = []
  let rest: Expression = expression
  while (rest.kind === expression.kind) {
    operands.push(rest.right)
    rest = rest.left
  }
  return [...operands, rest].reverse()
}

function compareSql(column: Column, operator: Comparison, value: Value, bindings: Bindings): string {
  if (column.type === 'tally') throw onlyContains(column)
  checkType(column, value)
  if (value === null) {
    if (operator === '==') return `(${column.sql} IS NULL)`
    if (operator === '!=') return `(${column.sql} IS NOT NULL)`
    return 'false'
  }
  const bound = boundSql(value, bindings)
  if (operator === '==') return `(${column.sql} IS NOT DISTINCT FROM ${bound})`
  if (operator === '!=') return `(${column.sql} IS DISTINCT FROM ${bound})`
  return `coalesce(${column.sql} ${operator} ${bound}, false)`
}

/** Longer lists of texts are bound as one value: an engine plans slowly with tens of thousands. */
const BOUND_ALONE = 100

function listSql(values: readonly (string | number)[], bindings: Bindings): string {
  if (values.length <= BOUND_ALONE || values.some((value) => typeof value !== 'string'))
    return values.map((value) => boundSql(value, bindings)).join(', ')
  return `SELECT unnest(from_json(${bindings.add(JSON.stringify(values))}, '["VARCHAR"]'))`
}

/** Whole numbers beyond those a double tells apart do not fit what whole numbers are bound as. */
function boundSql(value: string | number | boolean, bindings: Bindings): string {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return `${bindings.add(String(value))}::DOUBLE`
  return bindings.add(value)
}

/** Where either side is nothing they are not equal, and nothing else. */
function compareAmountsSql(
  { operator, left, right }: Extract<Expression, { kind: 'compare-amounts' }>,
  columns: Columns,
  bindings: Bindings,
): string {
  const sides = [amountSql(left, columns, bindings), amountSql(right, columns, bindings)]
  const compared = (sql: string) => `coalesce(${sides.join(` ${sql} `)}, false)`
  return operator === '!=' ? `(NOT ${compared('=')})` : compared(operator === '==' ? '=' : operator)
}

/** In doubles, as people reckon: a product of whole numbers must not run over. */
function amountSql(amount: Amount, columns: Columns, bindings: Bindings): string {
  if (amount.kind === 'number') return `${boundSql(amount.value, bindings)}::DOUBLE`
  if (amount.kind === 'column') {
    const column = columns.find(amount.column)
    if (FITS[column.type] !== 'number') throw wrongType(column, 0)
    return `${column.sql}::DOUBLE`
  }
  const left = amountSql(amount.left, columns, bindings)
  const right = amountSql(amount.right, columns, bindings)
  return amount.operator === '/' ? `(${left} / nullif(${right}, 0))` : `(${left} ${amount.operator} ${right})`
}

const FITS = { integer: 'number', real: 'number', text: 'string', boolean: 'boolean', tally: 'string' } as const

function checkType(column: Column, value: Value): void {
  if (value !== null && FITS[column.type] !== typeof value) throw wrongType(column, value)
}

function wrongType(column: Column, value: Value) {
  const remedy = `Compare ${column.id} with a ${FITS[column.type]}.`
  return fault('bad-input', `${column.id} holds ${column.type}; ${JSON.stringify(value)} cannot be looked for in it.`, {
    culprit: column.id,
    remedy,
  })
}

function onlyContains({ id }: Column) {
  return fault('bad-input', `${id} counts by key and cannot be compared.`, { culprit: id, remedy: `Write ${id} contains "a key".` })
}
