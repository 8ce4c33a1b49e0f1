import { type AsyncBuffer, type FileMetaData, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { FaultError, type Json, type RawRow, type Rejection } from '#record'
import type { Bytes } from '../bytes.ts'
import { jsonSafe } from '../json-safe.ts'
import { type Origin, refOf, reject } from '../origin.ts'
import type { ReadOptions } from '../types.ts'
import { readFooter } from './footer.ts'
import { planParts, type ReadPart } from './plan-parts.ts'
import { columnsOf, pruneMetadata } from './prune-metadata.ts'
import { fillRow, skeletonOf } from './skeleton.ts'
import { smallLeaves } from './small-leaves.ts'

/**
 * Reads parquet row group by row group; a group that does not decode is a Rejection at its first row and the next ones go on. Small columns
 * come as whole rows in which everything else is empty.
 * @throws what the bytes throw, when it is a Fault.
 */
export async function* readParquet(bytes: Bytes, origin: Origin, options: ReadOptions): AsyncGenerator<RawRow | Rejection> {
  const metadata = await readFooter(bytes).catch(problemOf)
  if (typeof metadata === 'string') {
    yield reject(origin, -1, 'unreadable', `${origin.file} ${metadata}`)
    return
  }
  const decoder = options.columns === 'small' ? smallDecoder(bytes, metadata, options) : wholeDecoder(bytes, metadata)
  for (const part of planParts(decoder.metadata, options.wanted)) {
    options.signal?.throwIfAborted()
    const { group, start, end, bytes: size } = part
    options.onPart?.({ group, start, end, bytes: size })
    yield* readPart(decoder, part, origin)
  }
}

/** How the rows of a file are decoded. */
interface Decoder {
  file: AsyncBuffer
  metadata: FileMetaData
  toJson(row: unknown): Json
}

function wholeDecoder(bytes: Bytes, metadata: FileMetaData): Decoder {
  return { file: asyncBuffer(bytes), metadata, toJson: jsonSafe }
}

function smallDecoder(bytes: Bytes, metadata: FileMetaData, { map }: ReadOptions): Decoder {
  const skeleton = skeletonOf(metadata)
  const pruned = pruneMetadata(metadata, smallLeaves(metadata, map))
  return { file: asyncBuffer(bytes), metadata: pruned, toJson: (row) => fillRow(jsonSafe(row), skeleton) }
}

async function* readPart(decoder: Decoder, part: ReadPart, origin: Origin): AsyncGenerator<RawRow | Rejection> {
  const rows = await decode(decoder, part).catch(problemOf)
  if (typeof rows === 'string') {
    const place = `Rows ${part.start} to ${part.end - 1} of ${origin.file}`
    yield reject(origin, part.start, 'unreadable', `${place} cannot be decoded (${rows}). Fetch the file again if it was copied.`)
    return
  }
  for (const { start, end } of part.spans) {
    for (let row = start; row < end; row += 1) {
      yield { ref: refOf(origin, row), hints: origin.hints, value: decoder.toJson(rows[row - part.start]) }
    }
  }
}

/** With `columns` named, the decoder reads across small gaps only; else it would read up to 2 MB of what lies between. */
async function decode({ file, metadata }: Decoder, { start, end }: ReadPart): Promise<unknown[]> {
  const columns = columnsOf(metadata)
  if (columns.length === 0) return Array.from({ length: end - start }, () => ({}))
  return parquetReadObjects({ file, metadata, columns, compressors, rowStart: start, rowEnd: end, useOffsetIndex: true })
}

function asyncBuffer(bytes: Bytes): AsyncBuffer {
  return {
    byteLength: bytes.length,
    slice: async (start, end = bytes.length) => bufferOf(await bytes.slice(start, end)),
  }
}

/** The buffer of a piece that is all of it, else a copy: a row group may be hundreds of megabytes. */
function bufferOf(piece: Uint8Array): ArrayBuffer {
  const { buffer, byteLength } = piece
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? buffer : new Uint8Array(piece).buffer
}

/** A sentence about what does not decode. A Fault is no fault of the file and goes on up. */
function problemOf(error: unknown): string {
  if (error instanceof FaultError) throw error
  return error instanceof Error ? error.message : String(error)
}
