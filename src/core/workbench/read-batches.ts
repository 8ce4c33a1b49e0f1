import type { RawRow, Rejection } from '#record'
import type { OpenedSource, SourceFile } from '#source'
import type { ReadRow } from './measure-rows.ts'
import type { Take } from './take-rows.ts'

/** A batch is written as one transaction: small enough to lose little on a kill and to keep memory flat. */
const BATCH_ROWS = 64
/** ... or this much text, when rows are big (UTF-16 units): packing it holds up whoever asks for a page, by some tens of milliseconds. */
const BATCH_TEXT = 4_000_000

/** Rows read together, and the row the file would go on from. */
export interface ReadBatch {
  items: (ReadRow | Rejection)[]
  nextRow: number
  /** Nothing more of this file comes. */
  isLast: boolean
}

/** What of a file to read, and for which source. */
export interface ReadPlan {
  sourceId: string
  fromRow: number
  take: Take
  signal: AbortSignal
}

/** Reads one file as batches of wanted rows; the last batch may be empty. */
export async function* readBatches(source: OpenedSource, file: SourceFile, plan: ReadPlan): AsyncGenerator<ReadBatch> {
  let batch: ReadBatch = { items: [], nextRow: plan.fromRow, isLast: false }
  let text = 0
  for await (const item of source.rows(file, { fromRow: plan.fromRow, signal: plan.signal })) {
    if (!plan.take.wants(file, item)) {
      if (!plan.take.wantsFile(file)) break
      continue
    }
    const read = readItem(item, plan.sourceId)
    batch.items.push(read)
    batch.nextRow = Math.max(batch.nextRow, item.ref.row + 1)
    text += 'body' in read ? read.body.length : 0
    if (batch.items.length < BATCH_ROWS && text < BATCH_TEXT) continue
    yield batch
    batch = { items: [], nextRow: batch.nextRow, isLast: false }
    text = 0
  }
  yield { ...batch, isLast: true }
}

function readItem(item: RawRow | Rejection, sourceId: string): ReadRow | Rejection {
  const ref = { ...item.ref, sourceId }
  if ('reason' in item) return { ...item, ref }
  try {
    return { raw: { ...item, ref }, body: JSON.stringify(item.value) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { kind: 'too-large', ref, reason: `The row is too long or too deeply nested to be stored (${error.message}).` }
  }
}
