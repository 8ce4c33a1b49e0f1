import type { ExampleEdits, Redaction } from '#record'

/** One change of how an example is trained on, as a person asks for it. */
export type StepChange =
  | { kind: 'mask' | 'unmask'; messages: number[] }
  | { kind: 'cut'; after: number }
  | { kind: 'uncut' }
  | { kind: 'redact' | 'unredact'; redaction: Redaction }

/** What the ledger holds of a change: see ENTRY_KINDS of the record. Never the text that is redacted. */
export function valueOfChange(change: StepChange): string | undefined {
  switch (change.kind) {
    case 'mask':
    case 'unmask':
      return JSON.stringify(change.messages)
    case 'cut':
      return JSON.stringify(change.after)
    case 'uncut':
      return undefined
    default:
      return JSON.stringify(change.redaction)
  }
}

/** Whether two redactions take something of the same text. */
export function overlaps(a: Redaction, b: Redaction): boolean {
  const isSameText = a.at.messageIndex === b.at.messageIndex && a.at.field === b.at.field && a.at.call === b.at.call
  return isSameText && a.at.start < b.at.end && b.at.start < a.at.end
}

/** The redactions that stand after these changes; those that overlap are not joined yet. */
export function redactionsAfter(edits: ExampleEdits, changes: readonly StepChange[]): Redaction[] {
  let standing = edits.redactions
  for (const change of changes) {
    if (change.kind === 'redact') standing = [...standing, change.redaction]
    if (change.kind === 'unredact') standing = standing.filter((one) => !overlaps(one, change.redaction))
  }
  return standing
}
