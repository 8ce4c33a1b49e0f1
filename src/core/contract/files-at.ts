/** Files as they stood while a run went on, and patches held against each other, as they cross the contract. */
import { z } from 'zod'
import { text, textPiece } from './common.ts'

/** A file the run touched. */
export const touchedFile = z.object({
  path: z.string(),
  /** Steps that created, edited or wrote it, ascending. */
  editSteps: z.array(z.number()),
  viewSteps: z.array(z.number()),
})

export const fileAtInput = z.object({
  id: z.string(),
  path: z.string(),
  /** After this step; 0 is before the first. */
  step: z.number().int().min(0),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(262144),
})

/** What is known of a file. Where edits do not allow rebuilding it whole, only the lines that were seen are known. */
export const fileAt = z.object({
  path: z.string(),
  state: z.enum(['whole', 'parts', 'unknown', 'absent']),
  /** Why not whole; null when it is. */
  why: text,
  /** The text, with a marked gap where lines were never seen, by pieces. */
  piece: textPiece,
  /** Lines of the text, from 1, that stand for lines `first` to `last` of the file, which the run does not show; `last` null for all that follow. */
  gaps: z.array(z.object({ line: z.number(), first: z.number(), last: z.number().nullable() })),
  /** Lines of the text, from 1, that the step asked about changed; at most 20,000. */
  changedLines: z.array(z.number()),
})

/** How one file fares in two patches. */
export const patchMatchFile = z.object({
  path: z.string(),
  /** Place of it in either patch's files; null where it is not touched. */
  model: z.number().nullable(),
  reference: z.number().nullable(),
  isTest: z.boolean(),
  /** Hunks of each, and how many of the model's change the same lines alike. */
  modelHunks: z.number(),
  referenceHunks: z.number(),
  alikeHunks: z.number(),
  /** Hunks of the model's that touch lines a reference hunk touches, in another way. */
  overlappingHunks: z.number(),
  /** 0 to 1: changed lines in common, of all changed lines of both (Jaccard). */
  alikeLines: z.number(),
})

export const patchMatch = z.object({
  files: z.array(patchMatchFile),
  inCommon: z.number(),
  onlyModel: z.number(),
  onlyReference: z.number(),
  alikeHunks: z.number(),
})
