import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects, type RowGroup } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import type { RawRow, Rejection } from '#record'
import type { Bytes } from './bytes.ts'
import { jsonSafe } from './json-safe.ts'
import { type Origin, refOf, reject } from './origin.ts'
import { spansOf } from './spans-of.ts'
import type { ReadOptions } from './types.ts'

/** A row group that unpacks to more than this is read in several batches of about this size. */
const BATCH_BYTES = 64 * 1024 * 1024

/** Rows `start` up to `end` (exclusive) of a file. */
interface Span {
  start: number
  end: number
}

/** Reads parquet row group by row group; a group that does not decode is a Rejection at its first row and the next ones go on. */
export async function* readParquet(bytes: Bytes, origin: Origin, options: ReadOptions): AsyncGenerator<RawRow | Rejection> {
  const { wanted, signal, onPart } = options
  const file = asyncBuffer(bytes)
  const metadata = await readMetadata(file, bytes).catch((error: unknown) => errorText(error))
  if (typeof metadata === 'string') {
    yield reject(origin, -1, 'unreadable', `${origin.file} ${metadata}`)
    return
  }
  let start = 0
  const spans = spansOf(wanted, Number(metadata.num_rows))
  for (const [number, group] of metadata.row_groups.entries()) {
    const end = start + Number(group.num_rows)
    const inGroup = spans.flatMap((span) => planBatches(group, Math.max(start, span.start), Math.min(end, span.end)))
    for (const span of inGroup) {
      signal?.throwIfAborted()
      onPart?.({ group: number, ...span, bytes: Number(group.total_byte_size) })
      yield* readSpan(file, metadata, span, origin)
    }
    start = end
  }
}

/**
 * Spans that together cover `start` to `end`. A group is divided only where the file has an offset index: without one each batch would decode
 * the whole group again and save nothing.
 */
export function planBatches(group: RowGroup, start: number, end: number, batchBytes = BATCH_BYTES): Span[] {
  const rows = Number(group.num_rows)
  const isIndexed = group.columns.every((column) => column.offset_index_offset !== undefined)
  const batches = isIndexed ? Math.max(1, Math.ceil(Number(group.total_byte_size) / batchBytes)) : 1
  const size = Math.max(1, Math.ceil(rows / batches))
  const spans: Span[] = []
  for (let at = start; at < end; at += size) spans.push({ start: at, end: Math.min(end, at + size) })
  return spans
}

async function* readSpan(file: AsyncBuffer, metadata: FileMetaData, span: Span, origin: Origin): AsyncGenerator<RawRow | Rejection> {
  const options = { file, metadata, compressors, rowStart: span.start, rowEnd: span.end, useOffsetIndex: true }
  const rows = await parquetReadObjects(options).catch((error: unknown) => errorText(error))
  if (typeof rows === 'string') {
    const place = `Rows ${span.start} to ${span.end - 1} of ${origin.file}`
    yield reject(origin, span.start, 'unreadable', `${place} cannot be decoded (${rows}). Fetch the file again if it was copied.`)
    return
  }
  for (const [index, row] of rows.entries()) {
    yield { ref: refOf(origin, span.start + index), hints: origin.hints, value: jsonSafe(row) }
  }
}

/** Throws with a message that goes on from the file's name. */
async function readMetadata(file: AsyncBuffer, bytes: Bytes): Promise<FileMetaData> {
  const tail = Buffer.from(await bytes.slice(Math.max(0, bytes.length - 4), bytes.length)).toString('latin1')
  if (tail === 'PARE') throw new Error('is an encrypted parquet file; Winnow reads plain ones.')
  if (tail !== 'PAR1' || bytes.length < 12) throw new Error(await withoutFooter(bytes))
  try {
    return await parquetMetadataAsync(file)
  } catch (error) {
    throw new Error(`is a parquet file whose footer cannot be read (${errorText(error)}). Fetch it again.`, { cause: error })
  }
}

async function withoutFooter(bytes: Bytes): Promise<string> {
  const head = Buffer.from(await bytes.slice(0, 4)).toString('latin1')
  return head === 'PAR1'
    ? 'is a parquet file that was cut off: its footer is missing. Fetch it again.'
    : 'is not a parquet file, whatever its name says: the PAR1 mark is missing.'
}

function asyncBuffer(bytes: Bytes): AsyncBuffer {
  return {
    byteLength: bytes.length,
    async slice(start, end = bytes.length) {
      const from = start < 0 ? Math.max(0, bytes.length + start) : start
      const piece = await bytes.slice(from, end)
      return new Uint8Array(piece).buffer
    },
  }
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
