import type { ExampleRow, ExportPolicies, JsonObject, RowNote, Split, TargetOptions } from '#record'
import type { EditedExample } from '#review'
import type { AnalysisColumn } from '../analysis-columns.ts'
import type { ExportSummary } from '../summary.ts'
import type { ChatTemplate } from '../template/chat-template.ts'
import type { TokenEncoder } from '../template/token-encoder.ts'
import type { ExportTargetInfo } from '../types.ts'

/** An example that leaves, as people's edits leave it, with its line of the table. */
export interface Leaving {
  row: ExampleRow
  edited: EditedExample
}

/** What one row of a target's file is made from. */
export type Unit = { kind: 'example'; one: Leaving } | { kind: 'pair'; chosen: Leaving; rejected: Leaving }

/** What rows are made with; the same for all rows of an export. */
export interface RowContext {
  policies: ExportPolicies
  options: TargetOptions
  /** Null where the plan names none. */
  template: ChatTemplate | null
  /** By the workspace's tokenizer; null where it has no ids to give. */
  encoder: TokenEncoder | null
}

/** What became of one unit. */
export interface TargetRow {
  /** One value a {@link FileSpec}, by its id; a file without one gets no row. Empty when the unit is left out. */
  values: Record<string, JsonObject>
  notes: RowNote[]
  isLeftOut: boolean
  /** Of what is written: as the trainer counts them where the target renders, else without a template and `trained` null. Null where nobody counted. */
  tokens: { total: number; trained: number | null } | null
}

/** A column of a Parquet file. Every file of a target has the same columns, whatever its rows hold. */
export interface ParquetColumn {
  name: string
  /** `strings` and `ints` are lists. `json` is any value, as JSON text. `messages` are a chat's, with arguments of calls as text. */
  type: 'string' | 'int' | 'float' | 'bool' | 'json' | 'strings' | 'ints' | 'messages'
}

/** A file of rows. */
export interface FileSpec {
  /** Names its value in {@link TargetRow.values}. */
  id: string
  /** `session`: each unit is a file of its own, its value `{lines}` a JSON line each. */
  format: 'jsonl' | 'parquet' | 'session'
  /** `null` when the export has no splits. Plain file names. */
  name(split: Split | null): string
  /** Of sessions, by the id of the example: plain file names, none like another's whatever letters a file system takes for one. */
  nameOfUnit?(id: string): string
  /** Of Parquet files. */
  columns?: readonly ParquetColumn[]
  /** Whether an export with these options has it; absent: always. */
  isIn?(options: TargetOptions): boolean
}

/** A CSV of everything measured, whether or not it leaves. */
export interface MeasuredTable {
  name: string
  columns: readonly AnalysisColumn[]
}

/** A small file beside the rows, such as a starter config. */
export interface ExtraFile {
  name: string
  text: string
}

/**
 * A trainer's format. A new one is a file here and a line in `formats.ts`. `rowOf` is pure and deterministic: it runs in threads, rows come in order
 * whoever made them, and equal input gives equal bytes.
 */
export interface TargetFormat {
  info: ExportTargetInfo
  files: readonly FileSpec[]
  rowOf(unit: Unit, context: RowContext): TargetRow
  table?: MeasuredTable
  /** Starter config and the like. */
  extras?(summary: ExportSummary): ExtraFile[]
}
