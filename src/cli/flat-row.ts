import type { ExampleRow, Json, JsonObject } from '#record'

const SNAKE = /[A-Z]/g

/**
 * A row as scripts get it: the index columns in the dataset's own spelling, then one column a measure, then where the row
 * stands. A measure named like an index column says the same as it, so it may take its place.
 */
export function flatRow(row: ExampleRow): Record<string, Json> {
  const { values, isMeasured, verdict, reasons, decision, decisionReason, note, reviewer, outcome, isStale, ...others } = row
  const { decidedBy, isDisputed, tags, isFlagged, maskedMessages, isCut, redactions, ...index } = others
  const columns = Object.entries(index).map(([name, value]) => [snake(name), value] as const)
  const told = reasons.map(({ rule, text, isFault }): JsonObject => (isFault ? { rule, text, is_fault: true } : { rule, text }))
  const standing = { verdict, reasons: told, decision, outcome }
  const human = { decision_reason: decisionReason, note, reviewer, is_stale: isStale, is_measured: isMeasured }
  const said = { decided_by: decidedBy, is_disputed: isDisputed, tags, is_flagged: isFlagged }
  const edits = { masked_messages: maskedMessages, is_cut: isCut, redactions }
  return { ...Object.fromEntries(columns), ...values, ...standing, ...human, ...said, ...edits }
}

function snake(name: string): string {
  return name.replace(SNAKE, (letter) => `_${letter.toLowerCase()}`)
}
