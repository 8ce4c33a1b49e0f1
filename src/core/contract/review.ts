/** Decisions and the ledger, as they cross the contract. */
import { z } from 'zod'
import { ENTRY_KINDS, type LedgerEntry } from '#record'
import { text } from './common.ts'
import { exampleRow } from './example-row.ts'

export const decideInput = z.object({
  id: z.string(),
  kind: z.enum(['accept', 'reject', 'clear', 'note']),
  reason: z.string().max(100).nullable().optional(),
  note: z.string().max(20000).nullable().optional(),
  reviewer: z.string().max(200).optional(),
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
  previousHash: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<LedgerEntry>

export const decided = z.object({ seq: z.number(), hash: z.string(), row: exampleRow })

/** `undone` is null when nothing was left to take back. */
export const undone = z.object({ seq: z.number().nullable(), hash: text, undone: ledgerEntry.nullable(), row: exampleRow.nullable() })

export const ledgerCheck = z.object({
  ok: z.boolean(),
  entries: z.number(),
  head: text,
  problems: z.array(z.object({ seq: z.number(), problem: z.string() })),
})

export const reviewReason = z.object({ code: z.string(), label: z.string(), key: z.string(), decision: z.enum(['accept', 'reject']) })
