import type { ExampleRow } from '#record'
import { defineRule } from '../define-rule.ts'
import type { Expression } from '../types.ts'

/** Counts that are above 0 when the agent's patch names a file or changes a line, however its diff is written. */
const SIGNS = ['patch_files', 'patch_churn', 'diff_files']

/** The agent's patch is there and changes something. */
export const patchPresent = defineRule({
  id: 'patch-present',
  version: 1,
  title: 'Patch present',
  help: 'Drops examples whose patch is missing, empty, or names no file and changes no line.',
  parameters: {},
  measures: () => SIGNS,
  summarize: () => 'the patch is not empty',
  when: () => ({ kind: 'not', operand: SIGNS.map(isAbove0).reduce((left, right) => ({ kind: 'or', left, right })) }),
  check: (row) => (SIGNS.some((sign) => count(row, sign) > 0) ? null : 'the patch is empty: 0 files, 0 changed lines'),
})

function isAbove0(column: string): Expression {
  return { kind: 'compare', column, operator: '>', value: 0 }
}

function count(row: ExampleRow, measure: string): number {
  const value = row.values[measure]
  return typeof value === 'number' ? value : 0
}
