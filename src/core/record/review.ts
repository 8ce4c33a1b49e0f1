import type { ExampleEdits } from './example-edits.ts'

/**
 * What a ledger entry records. `value` of an entry holds what the kind is about:
 * tag, untag: the tag · mask, unmask: message indexes as JSON · cut: index of the last message that stays, as JSON · redact, unredact: a
 * {@link Redaction} as JSON · accept, reject, clear, of an answer that settles: what it overrules, each by its hash in the ledger it was made in, as JSON ·
 * pair, unpair: id of the rejected example, `exampleId` being the chosen one. Others have none.
 */
export const ENTRY_KINDS = [
  'accept',
  'reject',
  'clear',
  'note',
  'tag',
  'untag',
  'flag',
  'unflag',
  'mask',
  'unmask',
  'cut',
  'uncut',
  'redact',
  'unredact',
  'pair',
  'unpair',
  'undo',
] as const

/** See {@link ENTRY_KINDS}. */
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A person's standing answer about an example. */
export type Decision = 'accept' | 'reject'

/** What the recipe says of an example. */
export type Verdict = 'keep' | 'drop'

/** `decision ?? verdict`, accept being keep and reject drop. */
export type Outcome = 'keep' | 'drop'

/**
 * One line of the append-only ledger. Hash is sha256 over the canonical JSON of all other fields. A field marked as absent is left out of the entry
 * altogether, so that entries of before it keep their hashes.
 */
export interface LedgerEntry {
  /** From 1 without gaps. */
  seq: number
  /** ISO 8601, UTC; never before the entry in front of it. */
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
  /** Hash of the recipe in force when the person decided, which covers its rules' versions; null before any. */
  recipeHash: string | null
  /** See {@link ENTRY_KINDS}; absent where the kind needs none. */
  value?: string | undefined
  /** What entries made in one go share: one undo takes back all of them. Absent of an entry made alone. */
  batch?: string | undefined
  /** The person had not seen the verdict and others' decisions; absent when they had. */
  isBlind?: true | undefined
  /** Said knowing that others decided otherwise: the answers that `value` names count no more; without one, none before it. Absent where nobody had. */
  settles?: true | undefined
  /** Of an entry that came from another ledger: its seq and its hash there. Absent of the ledger's own. */
  originSeq?: number | undefined
  originHash?: string | undefined
  previousHash: string
  hash: string
}

/** One reviewer's standing answer about an example. */
export interface Opinion {
  reviewer: string
  decision: Decision
  reason: string | null
  note: string | null
  time: string
  seq: number
  contentHash: string
  /** Given without knowledge of others'. */
  isBlind: boolean
}

/** An example's current human state: the projection of its ledger entries. */
export interface Standing {
  exampleId: string
  /** What all standing opinions say; null when there is none, or when they differ. */
  decision: Decision | null
  reason: string | null
  note: string | null
  reviewer: string | null
  time: string | null
  seq: number
  /** Content hash the standing decision was about. */
  contentHash: string
  /** One a reviewer, those that a settling answer overruled left out; oldest first. */
  opinions: Opinion[]
  /** The standing opinions differ, and nobody has settled it. */
  isDisputed: boolean
  /** In alphabetical order. */
  tags: string[]
  /** Somebody wants another look at it. */
  isFlagged: boolean
  edits: ExampleEdits
}
