/** Patches, file by file, as they cross the contract. */
import { z } from 'zod'
import type { PatchFile } from '#record'
import { text } from './common.ts'

export const patchSide = z.enum(['model', 'reference'])

const patchFileSummary = z.object({
  start: z.number(),
  oldPath: text,
  newPath: text,
  status: z.enum(['added', 'deleted', 'modified', 'renamed', 'copied', 'mode']),
  oldMode: text,
  newMode: text,
  binary: z.boolean(),
  additions: z.number(),
  deletions: z.number(),
}) satisfies z.ZodType<Omit<PatchFile, 'hunks'>>

export const patchSummary = z.object({
  files: z.array(patchFileSummary),
  additions: z.number(),
  deletions: z.number(),
  problems: z.array(z.string()),
  /** Set when only part is shown: what and how much. */
  cut: text,
  bytes: z.number(),
})

export const patchFileDetail = patchFileSummary.extend({
  hunks: z.array(
    z.object({
      oldStart: z.number(),
      oldLines: z.number(),
      newStart: z.number(),
      newLines: z.number(),
      section: z.string(),
      lines: z.array(z.object({ kind: z.enum(['context', 'add', 'delete']), text: z.string(), noNewline: z.boolean() })),
    }),
  ),
  cut: text,
}) satisfies z.ZodType<PatchFile & { cut: string | null }>
