import type { ExportSummary } from '../summary.ts'
import type { ExtraFile } from '../targets/target-format.ts'
import type { ExportTargetInfo } from '../types.ts'
import type { LeavingTally } from './leaving-tally.ts'

/** A file that closes an export, written piece by piece. */
export interface ClosingFile {
  name: string
  /** Each piece is a row, counted as one in the manifest. */
  hasRows: boolean
  /** Its text from the beginning, whenever it is asked for. */
  pieces(): Iterable<string> | AsyncIterable<string>
}

/** What an export's run knows at its end beside the summary. */
export interface ClosingMore {
  target: ExportTargetInfo
  leaving: LeavingTally
  /** Starter configs and the like, which are written already. */
  extras: readonly ExtraFile[]
}

/**
 * The files between the rows and the manifest: `ledger.jsonl`, `overrides.jsonl`, `recipe.yaml`, the pictures and the card, in the order they are to be
 * written. `summary.files` holds what is written by then.
 */
export function closingFiles(_summary: ExportSummary, _more: ClosingMore): ClosingFile[] {
  return []
}
