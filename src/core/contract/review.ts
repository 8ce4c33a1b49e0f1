/** Decisions and the ledger, as they cross the contract. */
import { z } from 'zod'
import { type Agreement, ENTRY_KINDS, type LedgerEntry, type Opinion } from '#record'
import { text } from './common.ts'
import { exampleRow, selection } from './example-row.ts'

const reason = z.string().max(100).nullable().optional()
const note = z.string().max(20000).nullable().optional()
const reviewer = z.string().max(200).optional()

/** Who speaks, and whether they had seen what others and the recipe say. */
export const speaker = z.object({ reviewer, isBlind: z.boolean().optional() })

export const decideInput = speaker.extend({
  id: z.string(),
  kind: z.enum(['accept', 'reject', 'clear', 'note']),
  reason,
  note,
  /** The content hash the page was showing; a mismatch is a `conflict` Fault. */
  contentHash: z.string().optional(),
})

export const ledgerEntry = z.object({
  seq: z.number(),
  time: z.string(),
  reviewer: z.string(),
  exampleId: z.string(),
  contentHash: z.string(),
  kind: z.enum(ENTRY_KINDS),
  reason: text,
  note: text,
  undoes: z.number().nullable(),
  recipeHash: text,
  value: z.string().optional(),
  batch: z.string().optional(),
  isBlind: z.literal(true).optional(),
  settles: z.literal(true).optional(),
  originSeq: z.number().optional(),
  originHash: z.string().optional(),
  previousHash: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<LedgerEntry>

export const decided = z.object({ seq: z.number(), hash: z.string(), row: exampleRow })

/** `undone` is the newest entry taken back, null when nothing was left; `count` how many went with it; `row` the example it was about. */
export const undone = z.object({
  seq: z.number().nullable(),
  hash: text,
  undone: ledgerEntry.nullable(),
  count: z.number(),
  row: exampleRow.nullable(),
})

export const ledgerCheck = z.object({
  ok: z.boolean(),
  entries: z.number(),
  head: text,
  problems: z.array(z.object({ seq: z.number(), problem: z.string() })),
  /** Entries by who made them, most first. */
  reviewers: z.array(z.object({ reviewer: z.string(), entries: z.number() })),
  /** Entries by the recipe in force when they were made: null before any; its name is null when this workspace never had it. */
  recipes: z.array(z.object({ hash: text, name: text, entries: z.number() })),
})

export const reviewReason = z.object({ code: z.string(), label: z.string(), key: z.string(), decision: z.enum(['accept', 'reject']) })

/** Most examples one bulk decision takes. */
export const MOST_IN_BULK = 50_000

export const bulkInput = speaker.extend({ selection, kind: z.enum(['accept', 'reject', 'clear']), reason, note })

/** What a bulk decision would do. */
export const bulkPreview = z.object({
  /** Examples selected. */
  total: z.number(),
  /** Of these, whose standing decision would be another one. */
  changing: z.number(),
  /** Of these, whose recipe says the opposite. */
  overriding: z.number(),
  /** Decided by somebody now, with another answer. */
  overruling: z.number(),
  /** Not here as a whole row: they are left out. */
  notHere: z.number(),
  /** More than one bulk decision takes. */
  isTooMany: z.boolean(),
})

export const bulkResult = z.object({ batch: text, entries: z.number(), leftOut: z.number(), head: text })

export const opinion = z.object({
  reviewer: z.string(),
  decision: z.enum(['accept', 'reject']),
  reason: text,
  note: text,
  time: z.string(),
  seq: z.number(),
  contentHash: z.string(),
  isBlind: z.boolean(),
}) satisfies z.ZodType<Opinion>

export const agreement = z.object({
  reviewers: z.array(z.object({ reviewer: z.string(), judged: z.number(), accepted: z.number(), blind: z.number() })),
  pairs: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      both: z.number(),
      agreed: z.number(),
      percent: z.number().nullable(),
      kappa: z.number().nullable(),
      table: z.object({ acceptAccept: z.number(), acceptReject: z.number(), rejectAccept: z.number(), rejectReject: z.number() }),
    }),
  ),
  doubled: z.number(),
  disputed: z.number(),
  settled: z.number(),
}) satisfies z.ZodType<Agreement>

/** An example whose reviewers differ; its row is null when it is not in this workspace. */
export const disagreement = z.object({ exampleId: z.string(), row: exampleRow.nullable(), opinions: z.array(opinion) })
