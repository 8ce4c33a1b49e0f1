import type { ColumnChunk, FileMetaData, RowGroup } from 'hyparquet'
import { ByteWriter } from 'hyparquet-writer'
import { writeMetadata } from 'hyparquet-writer/src/metadata.js'
import { serializeTCompactProtocol } from 'hyparquet-writer/src/thrift.js'
import { COLUMNS, leavesOf, schemaOf } from './corpus-schema.ts'
import { type LeafChunk, moveMeta } from './leaf-chunk.ts'

const MAGIC = Buffer.from('PAR1')
const LEAVES = leavesOf()
const SCHEMA = schemaOf(COLUMNS)

/** A parquet file that exists as a plan: what stands where. */
export interface Shard {
  size: number
  /** Bytes `start` up to `end` (exclusive), made when they are asked for. */
  read(start: number, end: number): Uint8Array
}

/** Bytes that stand at a place of the file. */
interface Piece {
  at: number
  length: number
  read(start: number, end: number): Uint8Array
}

/** A leaf chunk where it stands. */
interface PlacedChunk extends Piece {
  chunk: LeafChunk
  /** What the footer says of it; the offset index is added when it is written. */
  entry: ColumnChunk
}

/** Puts row groups, their offset indexes and the footer one behind the other. Each group holds every leaf of the schema and `rowsPerGroup` rows. */
export function planShard(groups: readonly ReadonlyMap<string, LeafChunk>[], rowsPerGroup: number, hasOffsetIndex: boolean): Shard {
  let at = MAGIC.length
  const placed = groups.map((group) =>
    LEAVES.map((leaf) => {
      const one = placeChunk(group, leaf, at)
      at += one.length
      return one
    }),
  )
  const tail = writeTail(placed, at, rowsPerGroup, hasOffsetIndex)
  // Lists of pages are large, and in the tail by now.
  const chunks = placed.flat().map(({ at: chunkAt, length, read }) => ({ at: chunkAt, length, read }))
  const pieces = [fixedPiece(MAGIC, 0), ...chunks, fixedPiece(tail, at)]
  return { size: at + tail.length, read: (start, end) => readPieces(pieces, start, end) }
}

function placeChunk(group: ReadonlyMap<string, LeafChunk>, leaf: string, at: number): PlacedChunk {
  const chunk = group.get(leaf)
  if (!chunk) throw new Error(`a row group without ${leaf}`)
  return { chunk, at, length: chunk.length, read: chunk.read, entry: { file_offset: BigInt(at), meta_data: moveMeta(chunk.meta, at) } }
}

function fixedPiece(bytes: Uint8Array, at: number): Piece {
  return { at, length: bytes.length, read: (start, end) => bytes.subarray(start, end) }
}

/** Offset indexes, metadata, its length and the magic: what follows the last row group at byte `at`. */
function writeTail(groups: readonly PlacedChunk[][], at: number, rowsPerGroup: number, hasOffsetIndex: boolean): Uint8Array {
  const writer = new ByteWriter()
  if (hasOffsetIndex) for (const placed of groups.flat()) writeOffsetIndex(writer, placed, at)
  const row_groups = groups.map((group) => rowGroup(group, rowsPerGroup))
  const num_rows = BigInt(rowsPerGroup * groups.length)
  const metadata: FileMetaData = { version: 2, created_by: 'winnow bench', schema: SCHEMA, num_rows, row_groups, metadata_length: 0 }
  writeMetadata(writer, metadata)
  writer.appendBytes(MAGIC)
  return writer.getBytes().slice()
}

function writeOffsetIndex(writer: ByteWriter, placed: PlacedChunk, tailAt: number): void {
  const start = writer.offset
  serializeTCompactProtocol(writer, {
    field_1: placed.chunk.pages.map(({ offset, size, firstRow }) => {
      return { field_1: BigInt(placed.at + offset), field_2: size, field_3: BigInt(firstRow) }
    }),
  })
  placed.entry.offset_index_offset = BigInt(tailAt + start)
  placed.entry.offset_index_length = writer.offset - start
}

function rowGroup(group: readonly PlacedChunk[], rows: number): RowGroup {
  const sum = (sizeOf: (chunk: LeafChunk) => bigint) => group.reduce((total, { chunk }) => total + sizeOf(chunk), 0n)
  return {
    columns: group.map(({ entry }) => entry),
    num_rows: BigInt(rows),
    total_byte_size: sum(({ meta }) => meta.total_uncompressed_size),
    total_compressed_size: sum(({ meta }) => meta.total_compressed_size),
  }
}

function readPieces(pieces: readonly Piece[], start: number, end: number): Uint8Array {
  const touched = pieces.filter(({ at, length }) => at < end && at + length > start)
  return Buffer.concat(touched.map(({ at, length, read }) => read(Math.max(0, start - at), Math.min(length, end - at))))
}
