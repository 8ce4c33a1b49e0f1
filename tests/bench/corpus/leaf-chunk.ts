import { type ColumnChunk, type ColumnMetaData, parquetMetadata } from 'hyparquet'
import { readOffsetIndex } from 'hyparquet/src/indexes.js'
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { type SchemaNode, schemaOf } from './corpus-schema.ts'

/** A page of a chunk, counted from the chunk's start. */
export interface Page {
  offset: number
  size: number
  firstRow: number
}

/** One leaf column of a row group: its bytes by arithmetic, and what a footer says of it, with offsets from the chunk's start. */
export interface LeafChunk {
  meta: ColumnMetaData
  length: number
  pages: Page[]
  /** Bytes `start` up to `end` (exclusive). */
  read(start: number, end: number): Uint8Array
}

/** How the columns of a group are written. */
export interface GroupWriting {
  columns: readonly SchemaNode[]
  rows: readonly object[]
  /** 0 for one page a chunk. */
  pageSize: number
  statistics: boolean
  /** What a column wants otherwise than SNAPPY and whatever encoding fits. */
  only?: Record<string, Pick<ColumnSource, 'codec' | 'encoding'>>
}

/** Writes a row group with the real writer and takes its leaf chunks apart, by path. */
export function writeGroup({ columns, rows, pageSize, statistics, only = {} }: GroupWriting): Map<string, LeafChunk> {
  const columnData = columns.map(({ element: { name } }) => ({ name, data: rows.map((row) => fieldOf(row, name)), ...only[name] }))
  const file = parquetWriteBuffer({ schema: schemaOf(columns), columnData, pageSize, statistics, rowGroupSize: rows.length })
  const chunks = parquetMetadata(file).row_groups[0]?.columns ?? []
  return new Map(chunks.map((chunk) => chunkOf(file, chunk)))
}

function fieldOf(row: object, name: string): unknown {
  return (row as Record<string, unknown>)[name]
}

function chunkOf(file: ArrayBuffer, chunk: ColumnChunk): [string, LeafChunk] {
  const meta = chunk.meta_data
  if (!meta) throw new Error('a chunk without metadata')
  const start = Number(meta.dictionary_page_offset ?? meta.data_page_offset)
  const bytes = new Uint8Array(file).slice(start, start + Number(meta.total_compressed_size))
  const pages = pagesOf(file, chunk, start) ?? [onlyPage(meta, start, bytes.length)]
  const read = (from: number, to: number) => bytes.subarray(from, to)
  return [meta.path_in_schema.join('.'), { meta: moveMeta(meta, -start), length: bytes.length, pages, read }]
}

/** The writer lists pages only where there are several. */
function pagesOf(file: ArrayBuffer, { offset_index_offset, offset_index_length }: ColumnChunk, start: number): Page[] | null {
  if (offset_index_offset === undefined) return null
  const view = new DataView(file, Number(offset_index_offset), offset_index_length)
  return readOffsetIndex({ view, offset: 0 }).page_locations.map(({ offset, compressed_page_size, first_row_index }) => {
    return { offset: Number(offset) - start, size: compressed_page_size, firstRow: Number(first_row_index) }
  })
}

function onlyPage({ data_page_offset }: ColumnMetaData, start: number, length: number): Page {
  const offset = Number(data_page_offset) - start
  return { offset, size: length - offset, firstRow: 0 }
}

/** What a footer says of a chunk when it stands `by` bytes further on. */
export function moveMeta(meta: ColumnMetaData, by: number): ColumnMetaData {
  const moved = { ...meta, data_page_offset: meta.data_page_offset + BigInt(by) }
  return meta.dictionary_page_offset === undefined ? moved : { ...moved, dictionary_page_offset: meta.dictionary_page_offset + BigInt(by) }
}
