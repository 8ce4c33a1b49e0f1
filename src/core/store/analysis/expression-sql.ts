import type { Expression } from '#filter'
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
      return `coalesce(${column.sql} IN (${expression.values.map((value) => bindings.add(value)).join(', ')}), false)`
    }
    default:
      return assertNever(expression, 'expression')
  }
}

/** Columns a condition names. */
export function columnsOf(expression: Expression): string[] {
  const found: string[] = []
  const open: Expression[] = [expression]
  for (let next = open.pop(); next; next = open.pop()) {
    if ('column' in next) found.push(next.column)
    else if (next.kind === 'not') open.push(next.operand)
    else if (next.kind !== 'constant') open.push(next.left, next.right)
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

function compareSql(
  column: Column,
  operator: Extract<Expression, { kind: 'compare' }>['operator'],
  value: Value,
  bindings: Bindings,
): string {
  if (column.type === 'tally') throw onlyContains(column)
  checkType(column, value)
  if (value === null) {
    if (operator === '==') return `(${column.sql} IS NULL)`
    if (operator === '!=') return `(${column.sql} IS NOT NULL)`
    return 'false'
  }
  const bound = bindings.add(value)
  if (operator === '==') return `(${column.sql} IS NOT DISTINCT FROM ${bound})`
  if (operator === '!=') return `(${column.sql} IS DISTINCT FROM ${bound})`
  return `coalesce(${column.sql} ${operator} ${bound}, false)`
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
