import type { LedgerEntry } from '#record'
import type { Act } from './act.ts'

/** A line of the child. */
export type Said =
  /** An entry behind those the parent knows. */
  | { at: 'entry'; entry: LedgerEntry }
  /** The workspace is open, all entries were told; the problems found in it. */
  | { at: 'open'; problems: string[] }
  /** About to be asked for. */
  | { at: 'ask'; act: Act }
  /** Acknowledged; the newest entry it made, where the answer names it. */
  | { at: 'done'; made: { seq: number; hash: string } | null }
