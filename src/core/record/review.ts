/** What a ledger entry records. */
export const ENTRY_KINDS = ['accept', 'reject', 'clear', 'note', 'undo'] as const

/** See {@link ENTRY_KINDS}. */
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A person's standing answer about an example. */
export type Decision = 'accept' | 'reject'

/** What the recipe says of an example. */
export type Verdict = 'keep' | 'drop'

/** `decision ?? verdict`, accept being keep and reject drop. */
export type Outcome = 'keep' | 'drop'

/** One line of the append-only ledger. Hash is sha256 over the canonical JSON of all other fields. */
export interface LedgerEntry {
  /** From 1 without gaps. */
  seq: number
  /** ISO 8601, UTC. */
  time: string
  reviewer: string
  exampleId: string
  /** Content hash of the example at that moment. */
  contentHash: string
  kind: EntryKind
  /** Reason code, for example `wrong-fix`; null when none was given. */
  reason: string | null
  note: string | null
  /** Seq of the entry an `undo` takes back. */
  undoes: number | null
  /** Hash of the recipe in force when the person decided; null before any. */
  recipeHash: string | null
  previousHash: string
  hash: string
}

/** An example's current human state: the projection of its ledger entries. */
export interface Standing {
  exampleId: string
  decision: Decision | null
  reason: string | null
  note: string | null
  reviewer: string | null
  time: string | null
  seq: number
  /** Content hash the standing decision was about. */
  contentHash: string
}
