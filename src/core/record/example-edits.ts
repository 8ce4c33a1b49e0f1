import type { TextPlace } from './finding.ts'

/** A piece of text that must not leave. */
export interface Redaction {
  at: TextPlace
  /** What stands in its place, such as `[redacted]`. */
  replacement: string
}

/** What people changed of how an example is trained on. The row itself is never changed; whoever shows or writes the example applies them. */
export interface ExampleEdits {
  /** Indexes of messages that are context only: read by the model, left out of the loss. Ascending. */
  masked: number[]
  /** Index of the last message that stays; null when nothing is cut. */
  cutAfter: number | null
  /** By place. They never overlap. */
  redactions: Redaction[]
  /** The bytes all of these are about; null while there is none. On other bytes they are not applied: places may be others there. */
  contentHash: string | null
}

/** Nothing changed. */
export const NO_EDITS: ExampleEdits = { masked: [], cutAfter: null, redactions: [], contentHash: null }
