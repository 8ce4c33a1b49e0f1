/** Schemas that several subjects share, as they cross the contract. */
import { z } from 'zod'
import { FAULT_KINDS, type Fault, type Rejection } from '#record'

export const fault = z.object({
  kind: z.enum(FAULT_KINDS),
  message: z.string(),
  culprit: z.string().nullable(),
  remedy: z.string().nullable(),
}) satisfies z.ZodType<Fault>

export const pageInput = z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) })

export const text = z.string().nullable()

export const sourceRef = z.object({
  sourceId: z.string(),
  uri: z.string(),
  revision: z.string().nullable(),
  file: z.string(),
  row: z.number().int(),
})

export const rejection = z.object({
  kind: z.enum(['unreadable', 'malformed', 'unknown-shape', 'not-an-example', 'too-large']),
  ref: sourceRef,
  reason: z.string(),
}) satisfies z.ZodType<Rejection>

export const counts = z.object({
  indexed: z.number(),
  measured: z.number(),
  keep: z.number(),
  drop: z.number(),
  decided: z.number(),
  rejected: z.number(),
})

export const textPiece = z.object({ text: z.string(), offset: z.number(), size: z.number() })
