/** Reports a person mails, as they cross the contract. */
import { z } from 'zod'
import { selection } from './example-row.ts'

export const reportInput = z.discriminatedUnion('kind', [
  /** One example, whole. */
  z.object({ kind: z.literal('example'), id: z.string() }),
  /** What was decided about a selection: a sheet, at most 5,000 examples. */
  z.object({ kind: z.literal('decisions'), selection }),
])

export const report = z.object({ name: z.string(), html: z.string() })
