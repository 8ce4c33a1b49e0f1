/** Review packs and merged ledgers, as they cross the contract. */
import { z } from 'zod'
import { selection } from './example-row.ts'
import { opinion } from './review.ts'

/** What goes into a pack. Without examples it is a ledger to send back. */
export const packInput = z.object({
  path: z.string().min(1),
  /** Examples of a queue, or of a selection; neither: no examples. */
  queue: z.string().optional(),
  selection: selection.optional(),
  /** Decisions made so far go along; a blind second reviewer should not have them. */
  withLedger: z.boolean(),
})

export const packMade = z.object({
  path: z.string(),
  examples: z.number(),
  /** Left out: their rows are not here. */
  notHere: z.number(),
  entries: z.number(),
  bytes: z.number(),
})

export const packMakeEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ kind: z.literal('done'), result: packMade }),
])

/** Two ledgers that differ about an example: both answers stay, and it is in dispute until somebody settles it. */
export const mergeConflict = z.object({ exampleId: z.string(), here: z.array(opinion), there: z.array(opinion) })

export const merged = z.object({
  /** Entries read. */
  entries: z.number(),
  added: z.number(),
  /** Entries that were here already. */
  same: z.number(),
  /** Entries about examples that are not in this workspace; they are kept. */
  unknown: z.number(),
  /** Decisions about other bytes than the rows have here. */
  stale: z.number(),
  conflicts: z.array(mergeConflict),
  /** Entries added, by who made them. */
  reviewers: z.array(z.object({ reviewer: z.string(), entries: z.number() })),
  /** What a person should know of it, each a sentence: entries dated in the future. */
  notes: z.array(z.string()),
})

export const packOpened = z.object({
  examples: z.number(),
  /** Examples that were here already, with the same bytes. */
  same: z.number(),
  rejected: z.array(z.object({ where: z.string(), reason: z.string() })),
  /** The queue made of them. */
  queue: z.string().nullable(),
  recipe: z.object({ name: z.string(), isApplied: z.boolean() }),
  /** What a person should know of it, each a sentence: rule packs left out, a recipe that could not be applied. */
  notes: z.array(z.string()),
  merged: merged.nullable(),
})

export const packOpenEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number().nullable() }),
  z.object({ kind: z.literal('done'), result: packOpened }),
])
