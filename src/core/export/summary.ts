import type { ExportPlan, NoteAbout, RowNote, Split } from '#record'
import type { EditNote } from './edit-note.ts'
import type { Chosen } from './plan/chosen.ts'
import type { ExportTally } from './tally.ts'
import type { ManifestFacts, WrittenFile } from './types.ts'

/** How many rows have notes of one sort. */
export interface NoteCount {
  kind: RowNote['kind']
  about: NoteAbout
  policy: string | null
  rows: number
  /** Messages, over all rows. */
  messages: number
}

/** Tokens of all rows written, by what they are counted by: the target's rendering where it renders, else as `model_tokens` are, of a run that is cut what is written. */
export interface TokenTotals {
  encoding: string
  total: number
  /** Null where only the trainer can tell. */
  trained: number | null
  /** Of the longest row. */
  longest: number
  bySplit: Partial<Record<Split, number>>
}

/** An export whose rows are written: what its manifest, its card and its starter config are made from. */
export interface ExportSummary {
  plan: ExportPlan
  facts: ManifestFacts
  chosen: Chosen
  tally: ExportTally
  /** Of examples that leave and were edited. */
  edits: EditNote[]
  notes: NoteCount[]
  tokens: TokenTotals | null
  /** Rows written, by split; under `all` where there are none. */
  rows: Partial<Record<Split | 'all', number>>
  /** Files of rows, as they will be called; the small files beside come behind them. */
  files: WrittenFile[]
}
