/** Exports that go to the Hub, as they cross the contract. */
import { z } from 'zod'

/** The export's folder and where it goes: `hf://datasets/me/name[@branch]`. */
export const pushInput = z.object({ dir: z.string().min(1), to: z.string().min(1) })

/** A secret that would leave: where it is, and never the secret itself. */
export const leavingSecret = z.object({
  file: z.string(),
  /** From 1. */
  line: z.number(),
  exampleId: z.string().nullable(),
  what: z.string(),
  certainty: z.string(),
})

/** What a push would do; nothing has left. */
export const pushPlan = z.object({
  repo: z.string(),
  branch: z.string(),
  url: z.string(),
  /** Who the token belongs to; null without one. */
  user: z.string().nullable(),
  /** The repository as it is: missing ones are made, private unless asked otherwise. */
  exists: z.boolean(),
  isPrivate: z.boolean().nullable(),
  files: z.array(
    z.object({
      path: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      /** `same`: the Hub has it already · `lfs`: large, sent apart · `inline`: sent with the commit. */
      how: z.enum(['same', 'lfs', 'inline']),
    }),
  ),
  secrets: z.array(leavingSecret),
  /** Further secrets that were counted and not listed. */
  moreSecrets: z.number(),
  /** What a person should know first, each a sentence. */
  warnings: z.array(z.string()),
  /** Why it cannot be pushed; empty when it can. */
  refusals: z.array(z.string()),
})

export const pushPlanEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number(), file: z.string() }),
  z.object({ kind: z.literal('done'), result: pushPlan }),
])

export const pushOptions = pushInput.extend({
  /** Only for a repository that is made: false makes it public. @default true */
  isPrivate: z.boolean().default(true),
  /** Push although the scan found secrets. @default false */
  allowSecrets: z.boolean().default(false),
  message: z.string().max(500).optional(),
})

export const pushResult = z.object({ url: z.string(), commit: z.string(), files: z.number(), bytesSent: z.number() })

export const pushEvent = z.discriminatedUnion('kind', [
  /** Bytes checked, sent; by file. */
  z.object({
    kind: z.literal('progress'),
    phase: z.enum(['scanning', 'sending', 'committing']),
    done: z.number(),
    total: z.number(),
    file: z.string(),
  }),
  z.object({ kind: z.literal('done'), result: pushResult }),
])
