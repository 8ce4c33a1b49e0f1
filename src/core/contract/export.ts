/** Exports, as they cross the contract. */
import { z } from 'zod'
import { funnel } from './recipe.ts'

export const exportTarget = z.object({ id: z.string(), title: z.string(), help: z.string(), files: z.array(z.string()) })

export const exportPreview = z.object({
  target: z.string(),
  total: z.number(),
  /** Examples that would leave. */
  leaving: z.number(),
  /** Kept by the recipe and not touched by people. */
  byRecipe: z.number(),
  /** Accepted by people though the recipe drops them. */
  acceptedAgainst: z.number(),
  /** Accepted by people, the recipe agreeing. */
  acceptedWith: z.number(),
  /** Rejected by people though the recipe keeps them. */
  rejectedAgainst: z.number(),
  /** Rejected by people, the recipe agreeing or silent. */
  rejectedWith: z.number(),
  undecidedDropped: z.number(),
  /** Neither a verdict nor a decision. */
  undecidedSilent: z.number(),
  /** With a decision about other bytes than the row has now. */
  stale: z.number(),
  /** Reviewers differ: the recipe speaks for them, and they are counted as undecided. */
  disputed: z.number(),
  funnel: funnel.nullable(),
  warnings: z.array(z.string()),
  /** Folder offered first. */
  suggestedOut: z.string(),
})

export const exportResult = z.object({
  target: z.string(),
  out: z.string(),
  examples: z.number(),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })),
  warnings: z.array(z.string()),
})

export const exportEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number(), file: z.string() }),
  z.object({ kind: z.literal('done'), result: exportResult }),
])

export const exportRecord = z.object({ time: z.string(), target: z.string(), out: z.string(), examples: z.number() })
