import type { SourceRef } from './source-ref.ts'

/** Why a row or file could not become examples. */
export type RejectionKind = 'unreadable' | 'malformed' | 'unknown-shape' | 'not-an-example' | 'too-large'

/** A row (or a whole file, when `ref.row` is -1) that is not an Example. Counted and listed, never dropped in silence. */
export interface Rejection {
  kind: RejectionKind
  ref: SourceRef
  /** One sentence for a person: the culprit, what would have been allowed, the remedy. */
  reason: string
}
