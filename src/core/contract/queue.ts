/** Queues, as they cross the contract. */
import { z } from 'zod'
import { MOST_QUEUED, QUEUE_ORDERS, type QueueDefinition, type QueueInfo, type QueuePlace } from '#record'
import { text } from './common.ts'
import { selection, sort } from './example-row.ts'

export const queueDefinition = z.object({
  name: z.string().max(200),
  order: z.enum(QUEUE_ORDERS),
  selection,
  sort: sort.nullable(),
  onlyUndecided: z.boolean(),
  onlyUnlabelled: z.boolean(),
  size: z.number().int().min(1).max(MOST_QUEUED),
  seed: z.number().int(),
  per: text,
  doubleShare: z.number().min(0).max(1),
  isBlind: z.boolean(),
}) satisfies z.ZodType<QueueDefinition>

const progress = z.object({
  reviewer: z.string(),
  decided: z.number(),
  skipped: z.number(),
  pace: z.number().nullable(),
  lastAt: text,
})

export const queueInfo = z.object({
  id: z.string(),
  madeAt: z.string(),
  definition: queueDefinition,
  total: z.number(),
  gone: z.number(),
  left: z.number(),
  doubled: z.object({ total: z.number(), done: z.number() }),
  reviewers: z.array(progress),
}) satisfies z.ZodType<QueueInfo>

/** What a queue would hold: how many it would take of how many, and of which groups. */
export const queuePreview = z.object({
  matching: z.number(),
  taken: z.number(),
  groups: z.array(z.object({ value: z.string(), matching: z.number(), taken: z.number() })),
})

/** `id` null asks where to go on. */
export const queuePlaceInput = z.object({ queue: z.string(), id: z.string().nullable(), reviewer: z.string().max(200).optional() })

export const queuePlace = z.object({
  position: z.number().nullable(),
  total: z.number(),
  previous: text,
  next: text,
  nextIds: z.array(z.string()),
  left: z.number(),
  decided: z.number(),
  skipped: z.number(),
  pace: z.number().nullable(),
  isSkipped: z.boolean(),
  isBlind: z.boolean(),
}) satisfies z.ZodType<QueuePlace>
