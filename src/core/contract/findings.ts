/** What the checks found in one example, as it crosses the contract. */
import { z } from 'zod'
import { CERTAINTIES, EVIDENCE_FIELDS, type Findings, SEVERITIES, type TextPlace } from '#record'

/** A piece of one text of an example; see the type. */
export const textPlace = z.object({
  messageIndex: z.number().nullable(),
  field: z.enum(EVIDENCE_FIELDS),
  call: z.number().nullable(),
  start: z.number(),
  end: z.number(),
}) satisfies z.ZodType<TextPlace>

const finding = z.object({
  rule: z.string(),
  version: z.number(),
  severity: z.enum(SEVERITIES),
  check: z.string(),
  isDropping: z.boolean(),
  kind: z.string(),
  text: z.string(),
  certainty: z.enum(CERTAINTIES),
  at: textPlace.nullable(),
  quote: z.string(),
  parts: z.array(z.object({ what: z.enum(['output', 'patch', 'earlier']), at: textPlace, quote: z.string() })),
  bytes: z.object({ start: z.number(), end: z.number() }).nullable(),
})

export const findings = z.object({
  findings: z.array(finding),
  leftOut: z.number(),
  faults: z.array(z.object({ check: z.string(), text: z.string() })),
}) satisfies z.ZodType<Findings>

/** A check, for people: what it looks for, and the kinds of evidence it gives. */
export const checkInfo = z.object({ id: z.string(), version: z.number(), title: z.string(), kinds: z.record(z.string(), z.string()) })
