/** Exports, as they cross the contract. */
import { z } from 'zod'
import {
  DEFAULT_OPTIONS,
  DEFAULT_POLICIES,
  type ExportChoice,
  type ExportPlan,
  type ExportPolicies,
  GROUPINGS,
  NOTE_ABOUT,
  type RowNote,
  SPLITS,
  type SplitPlan,
  TARGET_IDS,
  type TargetOptions,
} from '#record'
import { selection } from './example-row.ts'
import { funnel } from './recipe.ts'

const share = z.number().min(0).max(1)

export const exportChoice = z.object({
  selection,
  queue: z.string().nullable(),
  outcome: z.enum(['keep', 'accepted']),
  caps: z.array(z.object({ per: z.enum(GROUPINGS), most: z.number().int().min(1) })).max(GROUPINGS.length),
  mixture: z.object({ by: z.enum(GROUPINGS), shares: z.record(z.string(), share) }).nullable(),
  limit: z.number().int().min(1).nullable(),
  seed: z.number().int().min(0).max(0xffffffff),
}) satisfies z.ZodType<ExportChoice>

export const splitPlan = z.object({
  by: z.enum(['repo', 'time']),
  shares: z.object({ train: share, validation: share, test: share }),
  seed: z.number().int().min(0).max(0xffffffff),
}) satisfies z.ZodType<SplitPlan>

export const exportPolicies = z.object({
  reasoning: z.enum(['as-is', 'into-content', 'drop']),
  masks: z.enum(['leave-out', 'take-whole', 'refuse']),
  overlong: z.enum(['take', 'leave-out', 'cut']),
  lost: z.enum(['take', 'leave-out', 'refuse']),
}) satisfies z.ZodType<ExportPolicies>

export const targetOptions = z.object({
  arguments: z.enum(['as-needed', 'object', 'string']),
  contextLength: z.number().int().min(1).nullable(),
  template: z.string().nullable(),
  withReferencePatch: z.boolean(),
  withParquet: z.boolean(),
}) satisfies z.ZodType<TargetOptions>

/** A plan with a default for everything but the target: all that the recipe and people keep, as it is. */
export const exportPlan = z.object({
  target: z.enum(TARGET_IDS),
  choice: exportChoice.default({ selection: {}, queue: null, outcome: 'keep', caps: [], mixture: null, limit: null, seed: 0 }),
  splits: splitPlan.nullable().default(null),
  policies: exportPolicies.default(DEFAULT_POLICIES),
  options: targetOptions.default(DEFAULT_OPTIONS),
}) satisfies z.ZodType<ExportPlan>

export const rowNote = z.object({
  kind: z.enum(['lost', 'changed', 'left-out']),
  about: z.enum(NOTE_ABOUT),
  policy: z.string().nullable(),
  messages: z.array(z.number()),
  text: z.string(),
}) satisfies z.ZodType<RowNote>

export const exportTarget = z.object({
  id: z.enum(TARGET_IDS),
  title: z.string(),
  help: z.string(),
  files: z.array(z.string()),
  /** What it writes a row for. */
  unit: z.enum(['example', 'pair']),
  /** It renders rows itself and cannot do without a chat template. */
  needsTemplate: z.boolean(),
  /** It writes token ids: the workspace needs a tokenizer.json. */
  needsTokenizer: z.boolean(),
  /** What the format has a place for, so that nothing is lost there; what it has none for is up to a policy. */
  says: z.object({ reasoning: z.boolean(), masks: z.boolean(), tools: z.boolean() }),
  /** Options and policies that change anything for it, by their names in {@link targetOptions} and {@link exportPolicies}. */
  options: z.array(z.string()),
})

/** What a cap, a share or the limit holds back, in numbers. */
const choiceStep = z.object({ step: z.string(), before: z.number(), after: z.number() })

export const splitTable = z.object({
  rows: z.array(z.object({ split: z.enum(SPLITS), examples: z.number(), groups: z.number(), share: z.number() })),
  /** Examples without a time, where splits are by time. */
  without: z.number(),
  /** Groups of examples that would be in two splits, and were put into one: those of an instance, a patch, near-duplicates. */
  joined: z.array(z.object({ by: z.enum(['instance', 'patch', 'duplicates']), groups: z.number() })),
  /** What is still in two splits; empty unless something is wrong. */
  leaks: z.array(
    z.object({ by: z.enum(['instance', 'patch', 'duplicates']), key: z.string(), splits: z.array(z.enum(SPLITS)), examples: z.number() }),
  ),
})

export const exportPreview = z.object({
  target: z.enum(TARGET_IDS),
  total: z.number(),
  /** Examples whose outcome lets them leave, of the selection; `chosen` of them do. */
  leaving: z.number(),
  /** Examples, or pairs, that leave in the end. */
  chosen: z.number(),
  /** sha256 over what leaves and why: given back to `run`, nothing else can leave than what was shown. */
  chosenHash: z.string(),
  /** From the outcome to what leaves, step by step. */
  steps: z.array(choiceStep),
  /** What leaves, by value of the mixture's grouping; empty without a mixture. */
  mixture: z.array(z.object({ value: z.string(), examples: z.number(), share: z.number(), wanted: z.number() })),
  splits: splitTable.nullable(),
  /** Kept by the recipe and not touched by people: where people alone let examples leave, these stay. With the six below it makes `total`. */
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
  target: z.enum(TARGET_IDS),
  out: z.string(),
  /** Rows written: examples, or pairs. */
  examples: z.number(),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })),
  warnings: z.array(z.string()),
})

export const exportEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number(), file: z.string() }),
  z.object({ kind: z.literal('done'), result: exportResult }),
])

export const exportRecord = z.object({ time: z.string(), target: z.string(), out: z.string(), examples: z.number() })

/** Something about an export's folder that is not as its manifest, its ledger or the workspace says. */
export const verifyProblem = z.object({
  kind: z.enum(['manifest', 'file', 'row', 'split', 'ledger', 'decision', 'recipe', 'source']),
  /** The file, and the line where there is one. */
  where: z.string(),
  message: z.string(),
})

export const verifyResult = z.object({
  ok: z.boolean(),
  /** `workspace`: rows were made anew and compared · `manifest`: only what the folder itself can prove. */
  by: z.enum(['workspace', 'manifest']),
  target: z.string(),
  rows: z.number(),
  files: z.number(),
  problems: z.array(verifyProblem),
  /** Further problems that were counted and not listed. */
  more: z.number(),
})

export const verifyEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number(), file: z.string() }),
  z.object({ kind: z.literal('done'), result: verifyResult }),
])
