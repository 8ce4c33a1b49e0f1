import type { MeasurePool } from '#measure'
import type { Rejection, SourceRef } from '#record'
import type { FileProgress } from '#store'
import type { Desk } from '../desk.ts'
import { measureRows, type ReadRow } from '../measure-rows.ts'
import { settleRows } from '../settle-rows.ts'

/** Single rows say nothing about how far their file was read. */
export const NO_PROGRESS: FileProgress = { path: '', nextRow: 0, isDone: false, isIndexed: false }

/** How rows are stored. */
export interface StoreRowsOptions {
  pool: MeasurePool
  signal: AbortSignal
  /** A row of the same file and revision that has to be there still. */
  witness: { id: string; ref: SourceRef }
  /** Asked right before they are stored; default always. */
  isWanted?: () => boolean
  /** See {@link SettleOptions}. */
  isJudgedLater?: boolean
}

/** What became of rows. */
export interface StoredRows {
  ids: string[]
  rejections: Rejection[]
}

/**
 * Parses, measures, stores and judges fetched rows of one source, and returns the ids of those that are examples, and what the others are
 * rejected for. Stores nothing when the source moved to another revision, or was removed, while they were on their way.
 */
export async function storeRows(desk: Desk, items: readonly (ReadRow | Rejection)[], options: StoreRowsOptions): Promise<StoredRows> {
  const { session } = desk
  const { plan, workspace } = session
  const { record } = workspace
  const { rows, rejections } = await measureRows(options.pool, plan, items, options.signal)
  options.signal.throwIfAborted()
  const { isWanted = () => true, isJudgedLater, witness } = options
  const { id, ref } = witness
  if (record.place(id)?.ref.revision !== ref.revision || !isWanted()) return { ids: [], rejections: [] }
  const ids = record.putRows(ref.sourceId, NO_PROGRESS, rows, rejections)
  session.fetching.stored += ids.length
  for (const one of ids) session.examples.forget(one)
  await settleRows(
    desk,
    rows.map(({ index, values }, i) => ({ index: { ...index, id: ids[i] ?? index.id }, values })),
    { plan, isJudgedLater },
  )
  return { ids, rejections }
}
