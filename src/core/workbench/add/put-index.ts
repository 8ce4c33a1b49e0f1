import { setImmediate } from 'node:timers/promises'
import type { Rejection } from '#record'
import type { SourceFile } from '#source'
import type { IndexedRow, RecordStore } from '#store'
import { NO_PROGRESS } from '../bodies/store-rows.ts'
import { type Adding, announceRows } from './adding.ts'

/** Writes a batch of a file's index, lists what was rejected, and lets others have a turn. `hasMeasured`: the source may have rows that were measured. */
export async function putIndex(
  adding: Adding,
  { path }: SourceFile,
  read: readonly (IndexedRow | Rejection)[],
  { isLast, hasMeasured }: { isLast: boolean; hasMeasured: boolean },
): Promise<void> {
  const { desk, sourceId, progress } = adding
  const { record, analysis } = desk.session.workspace
  const rows = read.filter((item): item is IndexedRow => 'index' in item)
  const rejections = read.filter((item): item is Rejection => 'reason' in item)
  if (rejections.length > 0) record.putRows(sourceId, NO_PROGRESS, [], rejections)
  // A file that broke off is not in the index to its end.
  const isWhole = isLast && !rejections.some(({ ref }) => ref.row < 0)
  const ids = record.putIndexed(sourceId, path, rows, isWhole)
  const fresh = rows.map(({ index }, n) => ({ ...index, id: ids[n] ?? index.id })).filter(({ id }) => !hasMeasured || isUnseen(record, id))
  if (fresh.length > 0) await analysis.putExamples(fresh.map((index) => ({ index, values: {} })))
  progress.rows += rows.length
  progress.rejected += rejections.length
  if (rows.length > 0) await announceRows(adding)
  await setImmediate()
}

/** Nothing but the index is known of it: a measured row keeps its measures. */
function isUnseen(record: RecordStore, id: string): boolean {
  return record.place(id)?.contentHash === ''
}
