/** Numbers over many examples, as they cross the contract; the record room says what each means. */
import { z } from 'zod'
import {
  type Axis,
  type Density,
  DIMENSIONS,
  type Overview,
  type Rates,
  type Share,
  type StatsHistogram,
  type Summary,
  type SummaryCell,
  type TallySums,
  type Windows,
} from '#record'
import { selection } from './example-row.ts'

const dimension = z.enum(DIMENSIONS)
const number = z.number().nullable()
const keys = z.array(z.string())

/** Context windows, in tokens. */
const WINDOWS = [8_192, 16_384, 32_768, 65_536, 131_072]

export const share = z.object({ n: z.number(), hits: z.number(), rate: number, low: number, high: number }) satisfies z.ZodType<Share>

const summaryCell = z.object({
  count: z.number(),
  mean: number,
  std: number,
  min: number,
  max: number,
  percentiles: z.array(z.number()).nullable(),
}) satisfies z.ZodType<SummaryCell>

const axis = z.object({ measure: z.string(), min: z.number(), max: z.number(), isLog: z.boolean() }) satisfies z.ZodType<Axis>

export const statsInput = z.object({ selection })

export const overview = z.object({
  examples: z.number(),
  measured: z.number(),
  resolved: share,
  medianTokens: number,
  medianMessages: number,
  failedCalls: share,
  testedAfterLastEdit: share,
}) satisfies z.ZodType<Overview>

export const summaryInput = statsInput.extend({
  by: z.array(dimension).max(2).default([]),
  /** Measures that hold numbers or booleans. */
  measures: z.array(z.string()).min(1).max(32),
})

export const summary = z.object({
  groups: z.array(z.object({ keys, examples: z.number(), measured: z.number(), cells: z.array(summaryCell) })),
  groupsLeftOut: z.number(),
}) satisfies z.ZodType<Summary>

export const ratesInput = statsInput.extend({
  by: z.array(dimension).min(1).max(2),
  /** Groups with fewer labelled examples are counted in `hidden` only. */
  least: z.number().int().min(1).default(25),
})

export const rates = z.object({
  least: z.number(),
  groups: z.array(z.object({ keys, examples: z.number(), resolved: share })),
  hidden: z.object({ groups: z.number(), labelled: z.number() }),
  all: share,
}) satisfies z.ZodType<Rates>

export const histogramInput = statsInput.extend({
  measure: z.string(),
  by: dimension.nullable().default(null),
  bins: z.number().int().min(1).max(200).default(40),
  /** Percentile (0 to 1) beyond which values fall into no bin and are counted in `above`; null draws everything. */
  clip: z.number().gt(0).lt(1).nullable().default(null),
})

export const statsHistogram = z.object({
  axis,
  edges: z.array(z.number()),
  groups: z.array(z.object({ keys, n: z.number(), bins: z.array(z.number()), above: z.number() })),
  groupsLeftOut: z.number(),
}) satisfies z.ZodType<StatsHistogram>

export const densityInput = statsInput.extend({
  x: z.string(),
  y: z.string(),
  by: dimension.nullable().default(null),
  columns: z.number().int().min(4).max(256).default(96),
  rows: z.number().int().min(4).max(256).default(64),
  /** Up to this many examples, single points are told as well. */
  points: z.number().int().min(0).max(5000).default(2000),
})

export const density = z.object({
  x: axis,
  y: axis,
  columns: z.number(),
  rows: z.number(),
  n: z.number(),
  groups: z.array(z.object({ keys, n: z.number(), cells: z.array(z.tuple([z.number(), z.number()])) })),
  groupsLeftOut: z.number(),
  points: z.array(z.object({ id: z.string(), x: z.number(), y: z.number(), keys })).nullable(),
}) satisfies z.ZodType<Density>

export const windowsInput = statsInput.extend({
  measure: z.string().default('full_tokens'),
  windows: z.array(z.number().int().min(1)).min(1).max(16).default(WINDOWS),
  by: dimension.nullable().default(null),
})

export const windows = z.object({
  measure: z.string(),
  windows: z.array(z.number()),
  groups: z.array(z.object({ keys, n: z.number(), fits: z.array(z.number()) })),
  groupsLeftOut: z.number(),
}) satisfies z.ZodType<Windows>

export const tallyInput = statsInput.extend({
  tally: z.string(),
  by: dimension.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(12),
})

export const tallySums = z.object({
  tally: z.string(),
  total: z.array(z.number()),
  keyCount: z.number(),
  rows: z.array(
    z.object({
      key: z.string(),
      examples: z.number(),
      amounts: z.array(z.number()),
      groups: z.array(z.object({ examples: z.number(), amounts: z.array(z.number()) })),
    }),
  ),
  groups: z.array(z.object({ keys, measured: z.number() })),
}) satisfies z.ZodType<TallySums>
