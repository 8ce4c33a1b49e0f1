import { z } from 'zod'
import { NOTE_ABOUT, SPLITS, TARGET_IDS } from '#record'

/** Raised when a field of the manifest changes its meaning. */
export const FORMAT_VERSION = 2

const count = z.number().int().min(0)
const text = z.string()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const rate = { decided: count, against: count, rate: z.number().min(0).max(1).nullable() }
const bySplit = z.partialRecord(z.enum(SPLITS), count)
const values = z.array(z.strictObject({ value: text, examples: count }))

/** A manifest as Winnow writes it; what it says is docs/export.md's to tell. Everything in it follows from plan and workspace, nothing from clock or place. */
export const manifestSchema = z.strictObject({
  format: z.literal('winnow-export'),
  format_version: z.literal(FORMAT_VERSION),
  winnow_version: text,
  target: z.enum(TARGET_IDS),
  /** An ExportPlan, whole. */
  plan: z.looseObject({ target: z.enum(TARGET_IDS) }),
  chosen: z.strictObject({
    hash: text,
    units: count,
    steps: z.array(z.strictObject({ step: text, before: count, after: count })),
    mixture: z.array(z.strictObject({ value: text, examples: count, share: z.number(), wanted: z.number() })),
    splits: z.looseObject({}).nullable(),
  }),
  /** Rows written, by split, or under `all`. */
  rows: z.partialRecord(z.enum([...SPLITS, 'all']), count),
  sources: z.array(
    z.strictObject({ id: text, uri: text, revision: text.nullable(), shapes: z.array(text), examples: count, license: text.nullable() }),
  ),
  /** `sha256` is of `recipe.yaml`; `hash` is over what the recipe means, its rules' versions included. */
  recipe: z.strictObject({ name: text, hash: text, sha256, rules: z.record(text, count) }).nullable(),
  funnel: z.looseObject({}).nullable(),
  counts: z.record(text, count),
  /** What leaves, by what it is. */
  leaving: z.strictObject({
    languages: values,
    harnesses: values,
    licenses: values,
    models: values,
    repos: count,
    instances: count,
    lengths: z.array(z.strictObject({ from: count, below: count, rows: count })),
  }),
  people: z.strictObject({
    accepted: count,
    rejected: count,
    disputed: count,
    by_reviewer: z.array(z.strictObject({ reviewer: text, accepted: count, rejected: count, entries: count })),
    by_reason: z.array(z.strictObject({ reason: text.nullable(), accepted: count, rejected: count })),
    overrides: z.strictObject({
      ...rate,
      by_rule: z.array(z.strictObject({ rule: text, ...rate })),
      by_reviewer: z.array(z.strictObject({ reviewer: text, ...rate })),
    }),
  }),
  edits: z.strictObject({
    examples: count,
    masked: count,
    masked_messages: count,
    untrained: count,
    cut: count,
    redacted: count,
    redactions: count,
    stale: count,
  }),
  notes: z.array(
    z.strictObject({
      kind: z.enum(['lost', 'changed', 'left-out']),
      about: z.enum(NOTE_ABOUT),
      policy: text.nullable(),
      rows: count,
      messages: count,
    }),
  ),
  tokens: z.strictObject({ encoding: text, total: count, trained: count.nullable(), longest: count, by_split: bySplit }).nullable(),
  template: z.strictObject({ id: text, sha256, name: text }).nullable(),
  tokenizer: text,
  ledger_head: z.strictObject({ seq: count, hash: sha256, time: text, entries: count }).nullable(),
  measures: z.array(z.strictObject({ id: text, version: count, encoding: text.optional() })),
  files: z.array(z.strictObject({ path: text, sha256, bytes: count, rows: count })),
  /** Of the canonical JSON of everything else here. */
  sha256,
})

/** See {@link manifestSchema}. */
export type Manifest = z.infer<typeof manifestSchema>
