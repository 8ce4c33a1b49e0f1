import type { ExampleRow, MeasureValue } from '#record'
import { fault } from '#record'
import { columnsOf } from '../expression/columns-of.ts'
import { evaluate } from '../expression/evaluate.ts'
import { parseExpression } from '../expression/parse-expression.ts'
import { unknownColumn } from '../expression/resolve-column.ts'
import type { ExpressionParameters } from '../expression/scope.ts'
import type { ExpressionParameter, RuleColumn, Wording } from '../types.ts'
import { cellOf } from './cell-of.ts'

/** Tells a row in words. */
export type Teller = (row: ExampleRow | null) => string

type Part = (row: ExampleRow | null) => string

const PLACEHOLDER = /\{([^{}\s]{0,100})\}/g

const LABELS = new Map<unknown, string>([
  [1, 'resolved (1)'],
  [0, 'failed (0)'],
  [-1, 'unknown (-1)'],
])

/**
 * The first of some wordings that holds, filled in: `{column}` is the row's value, `{$parameter}` what a recipe gave, or of a measure the value of the
 * column it names, or of benchmarks those that hold the row; `{$condition.values}` the columns a condition reads, with their values.
 *
 * @throws FaultError `bad-input` naming a column or parameter there is not
 */
export function tellerOf(wordings: readonly Wording[], columns: readonly RuleColumn[], parameters: ExpressionParameters): Teller {
  const read = wordings.map(({ when, text }) => ({
    when: when === null ? null : parseExpression(when, columns, parameters),
    parts: partsOf(text, columns, parameters),
  }))
  return (row) => {
    const cell = (column: string) => (row === null ? null : cellOf(row, column))
    const fitting = read.find(({ when }) => when === null || evaluate(when, cell))
    return fitting ? fitting.parts.map((part) => part(row)).join('') : ''
  }
}

function partsOf(text: string, columns: readonly RuleColumn[], parameters: ExpressionParameters): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { 0: whole, 1: name = '', index } of text.matchAll(PLACEHOLDER)) {
    const before = text.slice(at, index)
    parts.push(() => before, name.startsWith('$') ? parameterPart(name.slice(1), parameters) : columnPart(name, columns, parameters))
    at = index + whole.length
  }
  const rest = text.slice(at)
  return [...parts, () => rest]
}

function columnPart(name: string, columns: readonly RuleColumn[], parameters: ExpressionParameters): Part {
  if (!columns.some(({ id }) => id === name))
    throw fault('bad-input', `“{${name}}” in a text: ${unknownColumn(name, columns, parameters)}.`)
  return (row) => (row === null ? name : cellText(name, cellOf(row, name)))
}

function parameterPart(name: string, parameters: ExpressionParameters): Part {
  const [owner = '', ending] = [name.replace(/\.values$/, ''), name.endsWith('.values')]
  const parameter = Object.hasOwn(parameters, owner) ? parameters[owner] : undefined
  if (!parameter || (ending && parameter.kind !== 'condition')) {
    const known = Object.keys(parameters).map((one) => `$${one}`)
    throw fault('bad-input', `“{$${name}}” in a text: there is no such parameter; the rule has ${known.join(', ') || 'none'}.`)
  }
  return (row) => parameterText(parameter, row)
}

function parameterText(parameter: ExpressionParameter, row: ExampleRow | null): string {
  switch (parameter.kind) {
    case 'value':
      return valueText(parameter.value)
    case 'list':
      return (
        ((row && parameter.fitting?.(row)) ?? parameter.values).map((value) => LABELS.get(value) ?? valueText(value)).join(', ') || 'none'
      )
    case 'column':
      return row === null ? parameter.column : cellText(parameter.column, cellOf(row, parameter.column))
    case 'condition':
      return columnsOf(parameter.expression)
        .map((column) => (row === null ? column : `${column} ${cellText(column, cellOf(row, column))}`))
        .join(', ')
  }
}

function cellText(column: string, value: MeasureValue): string {
  if (value === null) return 'without value'
  return (column === 'resolved' ? LABELS.get(value) : undefined) ?? valueText(value)
}

function valueText(value: number | string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? value.toLocaleString('en-US') : value
}
