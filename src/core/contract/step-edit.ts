/** What people change of how an example is trained on, as it crosses the contract. */
import { z } from 'zod'
import type { ExampleEdits, Redaction } from '#record'
import { text } from './common.ts'
import { exampleRow } from './example-row.ts'
import { textPlace } from './findings.ts'
import { speaker } from './review.ts'

export const redaction = z.object({ at: textPlace, replacement: z.string().max(200) }) satisfies z.ZodType<Redaction>

export const exampleEdits = z.object({
  masked: z.array(z.number()),
  cutAfter: z.number().nullable(),
  redactions: z.array(redaction),
  contentHash: text,
}) satisfies z.ZodType<ExampleEdits>

/** One change. Several in one call are one batch, which one undo takes back. */
export const stepEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['mask', 'unmask']), messages: z.array(z.number().int().min(0)).min(1).max(100_000) }),
  z.object({ kind: z.literal('cut'), after: z.number().int().min(0) }),
  z.object({ kind: z.literal('uncut') }),
  z.object({ kind: z.enum(['redact', 'unredact']), redaction }),
])

export const stepEditInput = speaker.extend({
  id: z.string(),
  edits: z.array(stepEdit).min(1).max(1_000),
  reason: z.string().max(100).nullable().optional(),
  note: z.string().max(20000).nullable().optional(),
  contentHash: z.string().optional(),
})

export const stepEdited = z.object({ seqs: z.array(z.number()), edits: exampleEdits, row: exampleRow })

/** What a rule would mask, and why. */
export const maskProposal = z.object({
  kind: z.enum(['error-step', 'detour', 'think-only']),
  messages: z.array(z.number()),
  /** One sentence, with the numbers. */
  text: z.string(),
  /** cl100k_base tokens of these messages, which would leave the loss. */
  tokens: z.number(),
})
