import type { Rejection } from '#record'
import type { SourceFile, TextBatch, TextRow } from '#source'
import type { ReadRow } from './measure-rows.ts'
import type { Take } from './take-rows.ts'

/** Rows read together, and the row the file would go on from. */
export interface ReadBatch {
  items: (ReadRow | Rejection)[]
  nextRow: number
  /** Nothing more of this file comes. */
  isLast: boolean
}

/** What of a file to keep. */
export interface ReadPlan {
  fromRow: number
  take: Take
}

/** The wanted rows of one file, batch by batch; the last one may be empty. Leaves the rest unread once the file holds no wanted row. */
export async function* readBatches(batches: AsyncIterable<TextBatch>, file: SourceFile, plan: ReadPlan): AsyncGenerator<ReadBatch> {
  let nextRow = plan.fromRow
  for await (const batch of batches) {
    const items = batch.items.filter((item) => plan.take.wants(file, item))
    for (const { ref } of items) nextRow = Math.max(nextRow, ref.row + 1)
    const isLast = batch.isLast || !plan.take.wantsFile(file)
    if (items.length > 0 || isLast) yield { items: items.map(toRead), nextRow, isLast }
    if (isLast) return
  }
}

function toRead(item: TextRow | Rejection): ReadRow | Rejection {
  return 'reason' in item ? item : { raw: { ref: item.ref, hints: item.hints }, body: item.body }
}
