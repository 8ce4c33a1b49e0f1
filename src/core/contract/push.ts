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
  /** What is on the Hub from an earlier export of Winnow's and is not in this one: it goes in the same commit. */
  removed: z.array(z.string()),
  /** As the card says; null without a card or a word of it there. */
  licence: z.string().nullable(),
  /** Where the rows came from, as the manifest has it. */
  sources: z.array(z.string()),
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
  /** True makes a missing repository private and refuses one that is public; false makes a missing one public. One that is there stays as it is. @default true */
  isPrivate: z.boolean().default(true),
  /** Push although the scan found secrets. @default false */
  allowSecrets: z.boolean().default(false),
  message: z.string().max(500).optional(),
})

export const pushResult = z.object({
  url: z.string(),
  /** Of the branch, as it is now. */
  commit: z.string(),
  /** Files the commit wrote; none when the Hub had all of it already. */
  files: z.number(),
  removed: z.number(),
  /** Of files, without what had arrived before. */
  bytesSent: z.number(),
  isPrivate: z.boolean(),
  warnings: z.array(z.string()),
})

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
