import type { MadeRow, PackedRows, ParquetColumn, TemplateText } from '#export'
import type { TokenizerRef } from '#measure'
import type { ExampleEdits, ExampleRow, ExportPlan, Fault, RawRow, TemplateInfo, TrainerView } from '#record'

/** What rows are made by, as it crosses to a thread. A thread keeps what it made of the last one. */
export interface MakerSource {
  plan: Pick<ExportPlan, 'target' | 'policies' | 'options'>
  /** The plan's chat template; null where it names none. */
  template: TemplateText | null
  tokenizer: TokenizerRef
}

/** An example as it crosses to a thread: as it is stored, with what people changed. */
export interface PackedExample extends Pick<RawRow, 'ref' | 'hints'> {
  row: ExampleRow
  edits: ExampleEdits
  /** Of the body. */
  contentHash: string
  /** JSON text of its row, as gzip. */
  gzip: Uint8Array
}

/**
 * What a thread can be asked: `row` makes the row of a unit, of one example or of a pair with the chosen one first · `view` shows it as the trainer reads
 * it · `try` finds out how a chat template behaves · `pack` packs rows for a Parquet file.
 */
export type ExportTask =
  | { kind: 'row' | 'view'; source: MakerSource; examples: readonly PackedExample[] }
  | { kind: 'try'; template: TemplateText }
  | { kind: 'pack'; columns: readonly ParquetColumn[]; rows: readonly Uint8Array[] }

/** What each task is answered with. */
export interface ExportAnswers {
  row: MadeRow
  view: TrainerView
  try: TemplateInfo
  pack: PackedRows
}

/** What a thread says: first that it takes tasks, then an answer a task. */
export type ThreadNews = { kind: 'ready' } | { kind: 'done'; answer: ExportAnswers[ExportTask['kind']] } | { kind: 'fault'; fault: Fault }
