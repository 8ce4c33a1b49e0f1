/** The table: rows, selections, facets, as they cross the contract. */
import { z } from 'zod'
import {
  type ExampleIndex,
  type ExampleRow,
  FACETS,
  FAILING_MODES,
  type Facets,
  MEASURE_GROUPS,
  type MeasureInfo,
  type Selection,
  SHAPES,
  type Sort,
} from '#record'
import { text } from './common.ts'

/** Why a recipe drops an example. */
export const reason = z.object({ rule: z.string(), text: z.string(), isFault: z.boolean().optional() })

export const label = z.union([z.literal(1), z.literal(0), z.literal(-1)])

const exampleIndex = z.object({
  id: z.string(),
  sourceId: z.string(),
  file: z.string(),
  row: z.number().int(),
  shape: z.enum(SHAPES),
  contentHash: z.string(),
  instanceId: text,
  trajectoryId: text,
  repo: text,
  license: text,
  language: text,
  harness: text,
  model: text,
  teacherModel: text,
  resolved: label,
  category: text,
  hfDataset: text,
}) satisfies z.ZodType<ExampleIndex>

export const exampleRow = exampleIndex.extend({
  values: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()])),
  isMeasured: z.boolean(),
  verdict: z.enum(['keep', 'drop']).nullable(),
  reasons: z.array(reason),
  decision: z.enum(['accept', 'reject']).nullable(),
  decisionReason: text,
  note: text,
  reviewer: text,
  outcome: z.enum(['keep', 'drop']).nullable(),
  isStale: z.boolean(),
  decidedBy: z.array(z.string()),
  isDisputed: z.boolean(),
  tags: z.array(z.string()),
  isFlagged: z.boolean(),
  maskedMessages: z.number(),
  isCut: z.boolean(),
  redactions: z.number(),
}) satisfies z.ZodType<ExampleRow>

export const selection = z.object({
  text: z.string().optional(),
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string())).optional(),
  ranges: z.record(z.string(), z.object({ min: z.number().nullable(), max: z.number().nullable() })).optional(),
  has: z.record(z.string(), z.array(z.string())).optional(),
  failing: z.object({ steps: z.array(z.string()), how: z.enum(FAILING_MODES) }).optional(),
  moved: z.enum(['kept', 'dropped']).optional(),
  where: z.string().optional(),
}) satisfies z.ZodType<Selection>

export const sort = z.object({ column: z.string(), descending: z.boolean() }) satisfies z.ZodType<Sort>

export const facets = z.object({
  counts: z.partialRecord(z.enum(FACETS), z.array(z.object({ value: z.string(), count: z.number() }))),
  histograms: z.array(z.object({ measure: z.string(), min: z.number(), max: z.number(), bins: z.array(z.number()), isLog: z.boolean() })),
}) satisfies z.ZodType<Facets>

export const neighbours = z.object({
  previous: text,
  next: text,
  /** Up to three ids that come next: what to load ahead. */
  nextIds: z.array(z.string()),
  position: z.number().nullable(),
  total: z.number(),
})

export const measureInfo = z.object({
  id: z.string(),
  version: z.number(),
  label: z.string(),
  unit: z.string(),
  type: z.enum(['integer', 'real', 'text', 'boolean', 'tally']),
  group: z.enum(MEASURE_GROUPS),
  help: z.string(),
  /** Of a token count: `cl100k_base@1`. */
  encoding: z.string().optional(),
  check: z.string().optional(),
  isInternal: z.boolean().optional(),
  /** Of a tally. */
  amounts: z.array(z.object({ id: z.string(), label: z.string(), unit: z.string() })).optional(),
}) satisfies z.ZodType<MeasureInfo>
