import type { MeasurePlan, MeasurePool } from '#measure'
import type { ExampleIndex, Measurements, RawRow, Rejection } from '#record'
import type { TextRow } from '#source'

/** A row read and written as JSON text, not yet parsed. */
export interface ReadRow {
  raw: Pick<RawRow, 'ref' | 'hints'>
  body: string
}

/** A row or rejection as a reader gives it, ready to be measured. */
export function toRead(item: TextRow | Rejection): ReadRow | Rejection {
  return 'reason' in item ? item : { raw: { ref: item.ref, hints: item.hints }, body: item.body }
}

/** A row that became an example, ready for the store. */
export interface MeasuredRow extends ReadRow {
  index: ExampleIndex
  values: Measurements
}

/** A batch after parse and measure, in the order it was read. */
export interface MeasuredBatch {
  rows: MeasuredRow[]
  rejections: Rejection[]
}

/** Parses and measures a batch in the pool; a row that fails becomes a Rejection and the others go on. */
export async function measureRows(
  pool: MeasurePool,
  plan: MeasurePlan,
  batch: readonly (ReadRow | Rejection)[],
  signal?: AbortSignal,
): Promise<MeasuredBatch> {
  const done = await Promise.all(batch.map((item, ticket) => ('reason' in item ? item : measureRow(pool, plan, item, ticket, signal))))
  return {
    rows: done.filter((item) => 'values' in item),
    rejections: done.filter((item) => 'reason' in item),
  }
}

async function measureRow(
  pool: MeasurePool,
  plan: MeasurePlan,
  row: ReadRow,
  ticket: number,
  signal?: AbortSignal,
): Promise<MeasuredRow | Rejection> {
  const result = await pool.measure({ ticket, ref: row.raw.ref, hints: row.raw.hints, body: row.body, plan }, signal)
  return result.kind === 'rejection' ? result.rejection : { ...row, index: result.index, values: result.values }
}
