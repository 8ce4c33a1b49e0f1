import type { LedgerEntry } from '#record'
import { hashEntry } from './hash-entry.ts'

/** What the first entry follows. */
export const GENESIS_HASH = '0'.repeat(64)

/** What the next entry follows: seq and hash of the newest entry, and the latest time of all; null stands for an empty ledger. */
export type LedgerHead = Pick<LedgerEntry, 'seq' | 'hash' | 'time'> | null

/**
 * The head of a ledger, oldest entry first. Its time is the latest any entry has, not the newest entry's: one that came from another ledger keeps its
 * own time, and what is said here afterwards is said knowing all of them.
 */
export function headOf(entries: readonly LedgerEntry[]): LedgerHead {
  const newest = entries.at(-1)
  return newest ? { seq: newest.seq, hash: newest.hash, time: entries.reduce((last, { time }) => (time > last ? time : last), '') } : null
}

/** What a person says, before the ledger gives it a place, a time and a hash. */
export type LedgerDraft = Omit<LedgerEntry, 'seq' | 'time' | 'previousHash' | 'hash'>

/** Tells the time; passed in so that tests choose it. */
export type Clock = () => Date

/** The entry that puts `draft` behind `head`; a clock that was set back counts from the head's time. Nothing is stored. */
export function appendTo(head: LedgerHead, draft: LedgerDraft, clock: Clock): LedgerEntry {
  const now = clock().toISOString()
  return follow(head, draft, head && head.time > now ? head.time : now)
}

/** Entries that put `drafts` behind `head`, one behind the other, all at one time. */
export function appendAll(head: LedgerHead, drafts: readonly LedgerDraft[], clock: Clock): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (const draft of drafts) entries.push(appendTo(entries.at(-1) ?? head, draft, clock))
  return entries
}

/** The entry that puts `draft` behind `head` at a time that is given, as one that comes from another ledger keeps its own. */
export function follow(head: Pick<LedgerEntry, 'seq' | 'hash'> | null, draft: LedgerDraft, time: string): LedgerEntry {
  const { reviewer, exampleId, contentHash, kind, reason, note, undoes, recipeHash, ...rest } = draft
  const entry = {
    seq: (head?.seq ?? 0) + 1,
    time,
    reviewer,
    exampleId,
    contentHash,
    kind,
    reason,
    note,
    undoes,
    recipeHash,
    ...withoutAbsent(rest),
    previousHash: head?.hash ?? GENESIS_HASH,
  }
  return { ...entry, hash: hashEntry(entry) }
}

/** A field that is undefined is not written, and must not be hashed either. */
function withoutAbsent<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
