import type { ColumnChunk, FileMetaData, RowGroup } from 'hyparquet'
import { spansOf } from '../spans-of.ts'
import type { RowSpan, RowsWanted } from '../types.ts'

/** A row group that unpacks to more than this is read in several batches of about this size. */
const BATCH_BYTES = 64 * 1024 * 1024

/** ... and in no more than these, whatever size it claims. */
const MOST_PARTS = 1000

/** Rows decoded in one go, from `start` up to `end` (exclusive) of the file, all of one row group. */
export interface ReadPart extends RowSpan {
  /** From 0. */
  group: number
  /** First row of the group in the file. */
  groupStart: number
  /** The rows of it that are wanted. */
  spans: RowSpan[]
  /** Of the whole group, unpacked. */
  bytes: number
}

/**
 * The parts that give the wanted rows, in order. A group is divided only where it has an offset index: without one each part would decode the
 * whole group again and save nothing, so that it is decoded once for all its spans.
 */
export function planParts(metadata: FileMetaData, wanted: RowsWanted | undefined, batchBytes = BATCH_BYTES): ReadPart[] {
  const all = spansOf(wanted, Number(metadata.num_rows))
  let groupStart = 0
  return metadata.row_groups.flatMap((group, number) => {
    const place = { group: number, groupStart, bytes: Number(group.total_byte_size) }
    const spans = within(all, groupStart, groupStart + Number(group.num_rows))
    groupStart += Number(group.num_rows)
    const [first, last] = [spans.at(0), spans.at(-1)]
    if (!first || !last) return []
    if (!hasPages(group)) return [{ ...place, start: first.start, end: last.end, spans }]
    const size = batchRows(group, batchBytes)
    return spans.flatMap((span) => divide(span, size)).map((span) => ({ ...place, ...span, spans: [span] }))
  })
}

/** What columns without an offset index may make up of a group that is read by pages. Some writers leave it out for columns of one page. */
const WITHOUT_INDEX = 1 / 20

/** True when single rows can be read by their pages: every column has an offset index, or is too small for one to matter. */
export function hasPages({ columns }: RowGroup): boolean {
  const without = columns.filter((column) => !column.offset_index_offset || !column.offset_index_length)
  return without.length < columns.length && packedBytes(without) <= packedBytes(columns) * WITHOUT_INDEX
}

function packedBytes(columns: ColumnChunk[]): number {
  return columns.reduce((sum, { meta_data: meta }) => sum + Number(meta?.total_compressed_size ?? 0), 0)
}

function within(spans: RowSpan[], start: number, end: number): RowSpan[] {
  const clipped = spans.map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
  return clipped.filter((span) => span.start < span.end)
}

function batchRows(group: RowGroup, batchBytes: number): number {
  const batches = Math.min(MOST_PARTS, Math.max(1, Math.ceil(Number(group.total_byte_size) / batchBytes)))
  return Math.max(1, Math.ceil(Number(group.num_rows) / batches))
}

function divide({ start, end }: RowSpan, size: number): RowSpan[] {
  const count = Math.ceil((end - start) / size)
  return Array.from({ length: count }, (_, n) => ({ start: start + n * size, end: Math.min(end, start + (n + 1) * size) }))
}
