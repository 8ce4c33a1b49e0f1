import type { MadeRow } from '#export'
import type { TokenizerRef } from '#measure'
import type { ExampleEdits, ExampleRow, ExportPlan, Fault, RawRow } from '#record'

/** What rows are made by, as it crosses to a thread. A thread keeps what it made of the last one. */
export interface MakerSource {
  plan: Pick<ExportPlan, 'target' | 'policies' | 'options'>
  /** The text of the plan's chat template; null where it names none. */
  template: { id: string; name: string; text: string } | null
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

/** What a thread can be asked. */
export interface RowTask {
  kind: 'row'
  source: MakerSource
  /** One, or a pair with the chosen one first. */
  examples: readonly PackedExample[]
}

/** See {@link RowTask}. */
export type ExportTask = RowTask

/** What each task is answered with. */
export interface ExportAnswers {
  row: MadeRow
}

/** What a thread says: first that it takes tasks, then an answer a task. */
export type ThreadNews = { kind: 'ready' } | { kind: 'done'; answer: ExportAnswers[ExportTask['kind']] } | { kind: 'fault'; fault: Fault }
