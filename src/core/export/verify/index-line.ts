import { z } from 'zod'
import { SPLITS } from '#record'

/** The file with a line for every row an export wrote. */
export const ROW_INDEX = 'rows.jsonl'

/** How the name of a file ends that is a row by itself: its lines are messages. */
export const SESSION_FILE = '.session.jsonl'

/** Whether the lines of a file are its rows, one each: not in Parquet, and not where a row is a file of its own. */
export function hasRowLines(file: string): boolean {
  return file.endsWith('.jsonl') && !file.endsWith(SESSION_FILE)
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A line of {@link ROW_INDEX}: where a row is, of what it was made, and who let it leave. */
export const indexLine = z.strictObject({
  /** The example, or of a pair the chosen one and the rejected one. */
  ids: z.array(z.string()).min(1).max(2),
  /** Of the first. */
  instance_id: z.string().nullable(),
  /** Of each example's row as it was stored: what `contentHash` of a ledger entry names. */
  content_hashes: z.array(z.string()).min(1).max(2),
  split: z.enum(SPLITS).nullable(),
  file: z.string(),
  /** From 1. */
  line: z.number().int().min(1),
  /** Of the row's bytes in the file, without the line's end. */
  sha256,
  /** Who lets it leave: the recipe, or people who accepted it. */
  outcome: z.enum(['recipe', 'accepted', 'pair']),
  /** The reviewers whose answers stand, where people let it leave. */
  by: z.array(z.string()),
  /** Seq of the ledger entry that speaks for it; null where the recipe does. */
  seq: z.number().int().min(1).nullable(),
})

/** See {@link indexLine}. */
export type IndexLine = z.infer<typeof indexLine>
