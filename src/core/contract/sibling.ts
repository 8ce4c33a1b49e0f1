/** Attempts at one instance side by side, as they cross the contract. */
import { z } from 'zod'
import type { Alignment, PreferencePair } from '#record'
import { text } from './common.ts'
import { act } from './example-detail.ts'
import { exampleRow } from './example-row.ts'
import { speaker } from './review.ts'

/** Most attempts aligned at once. */
export const MOST_ALIGNED = 8

export const siblings = z.object({
  instanceId: z.string(),
  /** Every attempt at it, at most 200, by label, then by reasons against it, then by tokens. */
  attempts: z.array(exampleRow),
  total: z.number(),
  /** What would be picked by label, then findings, then tokens, and why; null when nothing speaks for any. */
  suggestion: z.object({ id: z.string(), text: z.string() }).nullable(),
})

export const alignment = z.object({
  runs: z.array(
    z.object({
      id: z.string(),
      calls: z.array(
        z.object({
          messageIndex: z.number(),
          callIndex: z.number(),
          same: z.number(),
          name: z.string(),
          act,
          isError: z.boolean(),
          isEdit: z.boolean(),
          isTest: z.boolean(),
          tests: z.enum(['passed', 'failed']).nullable(),
        }),
      ),
    }),
  ),
  lines: z.array(z.array(z.number().nullable())),
  firstDivergence: z.number().nullable(),
}) satisfies z.ZodType<Alignment>

export const pickInput = speaker.extend({
  best: z.string(),
  others: z.array(z.string()).min(1).max(200),
  reason: z.string().max(100).nullable().optional(),
  note: z.string().max(20000).nullable().optional(),
})

export const picked = z.object({ batch: z.string(), rows: z.array(exampleRow) })

export const pairInput = speaker.extend({
  chosen: z.string(),
  rejected: z.string(),
  reason: z.string().max(100).nullable().optional(),
  note: z.string().max(20000).nullable().optional(),
})

export const preferencePair = z.object({
  chosen: z.string(),
  rejected: z.string(),
  instanceId: text,
  reviewer: z.string(),
  time: z.string(),
  seq: z.number(),
  reason: text,
  note: text,
}) satisfies z.ZodType<PreferencePair>
