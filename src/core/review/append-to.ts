import type { LedgerEntry } from '#record'
import { hashEntry } from './hash-entry.ts'

/** What the first entry follows. */
export const GENESIS_HASH = '0'.repeat(64)

/** The newest entry of a ledger; null stands for an empty one. */
export type LedgerHead = Pick<LedgerEntry, 'seq' | 'hash'> | null

/** What a person says, before the ledger gives it a place, a time and a hash. */
export type LedgerDraft = Omit<LedgerEntry, 'seq' | 'time' | 'previousHash' | 'hash'>

/** Tells the time; passed in so that tests choose it. */
export type Clock = () => Date

/** The entry that puts `draft` behind `head`. Nothing is stored. */
export function appendTo(head: LedgerHead, draft: LedgerDraft, clock: Clock): LedgerEntry {
  const { reviewer, exampleId, contentHash, kind, reason, note, undoes, recipeHash } = draft
  const entry = {
    seq: (head?.seq ?? 0) + 1,
    time: clock().toISOString(),
    reviewer,
    exampleId,
    contentHash,
    kind,
    reason,
    note,
    undoes,
    recipeHash,
    previousHash: head?.hash ?? GENESIS_HASH,
  }
  return { ...entry, hash: hashEntry(entry) }
}
