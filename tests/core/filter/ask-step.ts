import { evaluate, parseRecipe, type RuleBook } from '#filter'
import type { ExampleRow, Json } from '#record'
import { cellOf } from '../../../src/core/filter/book/cell-of.ts'
import { buildExampleRow } from '../../support/build-example-row.ts'
import { bundledBook } from '../../support/rule-book.ts'

/** Why a rule with these parameters drops a row; null when it does not. Rules that choose among rows are not asked here. */
export function askStep(
  rule: string,
  parameters: Record<string, Json>,
  over: Partial<ExampleRow>,
  book: RuleBook = bundledBook,
): string | null {
  const [step] = parseRecipe(JSON.stringify({ steps: [{ rule, ...parameters }] }), 'asked', book).steps
  if (step?.judged.kind !== 'drop') throw new Error(`${rule} asks no example alone`)
  const row = buildExampleRow(over)
  return evaluate(step.judged.when, (column) => cellOf(row, column)) ? step.tell(row) : null
}
