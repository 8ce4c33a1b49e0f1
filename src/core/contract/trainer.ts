/** What a trainer sees of a row, as it crosses the contract. */
import { z } from 'zod'
import { MARKER_CHECKS, type MarkerCheck, TARGET_IDS, type TemplateInfo, type TrainerTokens, type TrainerView } from '#record'
import { exportPolicies, rowNote, targetOptions } from './export.ts'

const span = { start: z.number(), end: z.number() }

export const markerCheck = z.object({
  id: z.enum(MARKER_CHECKS),
  state: z.enum(['ok', 'lost', 'warn', 'unknown']),
  kept: z.number().nullable(),
  of: z.number().nullable(),
  messages: z.array(z.number()),
  text: z.string(),
}) satisfies z.ZodType<MarkerCheck>

export const trainerTokens = z.object({
  encoding: z.string(),
  total: z.number(),
  trained: z.number(),
  byRole: z.record(z.string(), z.object({ total: z.number(), trained: z.number() })),
  contextLength: z.number().nullable(),
  cut: z.object({ messageIndex: z.number(), tokens: z.number() }).nullable(),
}) satisfies z.ZodType<TrainerTokens>

export const trainerView = z.object({
  target: z.enum(TARGET_IDS),
  template: z.string().nullable(),
  text: z.string(),
  trained: z.array(z.object(span)).nullable(),
  places: z.array(z.object({ ...span, messageIndex: z.number() })),
  tokens: trainerTokens.nullable(),
  checks: z.array(markerCheck),
  notes: z.array(rowNote),
  isLeftOut: z.boolean(),
}) satisfies z.ZodType<TrainerView>

/** Policies and options as an export would have them; the defaults of a plan where absent. */
export const trainerInput = z.object({
  id: z.string(),
  target: z.enum(TARGET_IDS),
  policies: exportPolicies.optional(),
  options: targetOptions.optional(),
})

const kept = z.enum(['all', 'last', 'none'])

export const templateInfo = z.object({
  id: z.string(),
  name: z.string(),
  arguments: z.enum(['object', 'string', 'either', 'neither']),
  reasoning: z.object({ plain: kept, laterUser: kept }),
  marksTrained: z.boolean(),
  notes: z.array(z.string()),
}) satisfies z.ZodType<TemplateInfo>
