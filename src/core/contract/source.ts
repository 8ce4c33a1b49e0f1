/** Sources and the folders they are opened from, as they cross the contract. */
import { z } from 'zod'

export const sourceInfo = z.object({
  id: z.string(),
  uri: z.string(),
  kind: z.string(),
  revision: z.string().nullable(),
  addedAt: z.string(),
  shapes: z.array(z.string()),
  examples: z.number(),
  rejected: z.number(),
  isComplete: z.boolean(),
})

export const addInput = z.object({
  source: z.string().min(1),
  revision: z.string().optional(),
  config: z.string().optional(),
  split: z.string().optional(),
  take: z.number().int().min(1).optional(),
  seed: z.number().int().optional(),
})

export const addResult = z.object({
  sourceId: z.string(),
  source: z.string(),
  revision: z.string().nullable(),
  shapes: z.array(z.string()),
  /** Examples of the source now in the workspace. */
  examples: z.number(),
  measured: z.number(),
  /** The first 1,000; `rejectedCount` counts all. */
  rejected: z.array(z.object({ where: z.string(), reason: z.string() })),
  rejectedCount: z.number(),
  bytesFetched: z.number(),
  requests: z.number(),
  seconds: z.number(),
})

export const addEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), sourceId: z.string(), files: z.number(), bytes: z.number() }),
  z.object({
    kind: z.literal('progress'),
    file: z.string(),
    filesDone: z.number(),
    files: z.number(),
    rows: z.number(),
    rejected: z.number(),
    rowsPerSecond: z.number(),
  }),
  z.object({ kind: z.literal('done'), result: addResult }),
])

export const folderListing = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  entries: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      kind: z.enum(['folder', 'file']),
      bytes: z.number().nullable(),
      isOpenable: z.boolean(),
    }),
  ),
  /** What this folder is when opened whole: number of readable files in it. */
  openable: z.number(),
})
