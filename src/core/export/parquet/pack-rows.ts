import type { RowGroup } from 'hyparquet'
import type { Json, JsonObject } from '#record'
import type { ParquetColumn } from '../targets/target-format.ts'
import { append, columnTree } from './column-tree.ts'
import type { LeafChunk } from './leaf-chunk.ts'
import { schemaOf } from './schema.ts'

/** Rows of a Parquet file, written apart from it: its bytes, and what the footer says of them, with places from the first byte on. */
export interface PackedRows {
  bytes: Uint8Array
  group: RowGroup
}

/** Packs rows for a Parquet file, in a thread or not. The rows' memory is handed over: their bytes may be gone afterwards. */
export type PackRows = (columns: readonly ParquetColumn[], rows: readonly Uint8Array[]) => Promise<PackedRows>

/**
 * Packs rows, each the JSON text of an object by column, as one row group. Texts and lists stand as they are; what is not of its column's type is null.
 * Each row is let go of before the next is read: a writer that is given whole columns holds all of them, and spends more on that than on packing.
 */
export const packRows: PackRows = async (columns, rows) => {
  const tree = columnTree(schemaOf(columns))
  for (const bytes of rows) {
    const row = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as JsonObject
    columns.forEach((column, at) => {
      const node = tree[at]
      if (node) append(node, cellOf(column, row[column.name]))
    })
  }
  return joined(
    tree.flatMap(({ leaves }) => leaves),
    rows.length,
  )
}

function joined(leaves: readonly LeafChunk[], rows: number): PackedRows {
  const pages: Uint8Array[] = []
  const columns: RowGroup['columns'] = []
  let at = 0
  let unpacked = 0
  for (const leaf of leaves) {
    const done = leaf.finish(at)
    pages.push(...done.pages)
    columns.push(done.chunk)
    at += done.length
    unpacked += done.unpacked
  }
  const group = { columns, total_byte_size: BigInt(unpacked), num_rows: BigInt(rows), total_compressed_size: BigInt(at) }
  return { bytes: Buffer.concat(pages), group }
}

/** A group as the footer says it where its first byte stands `by` bytes further on. */
export function movedGroup(group: RowGroup, by: number): RowGroup {
  const columns = group.columns.map(({ meta_data: meta, file_offset, ...rest }) => ({
    ...rest,
    file_offset: file_offset + BigInt(by),
    ...(meta ? { meta_data: { ...meta, data_page_offset: meta.data_page_offset + BigInt(by) } } : {}),
  }))
  return { ...group, columns }
}

function cellOf({ type }: ParquetColumn, value: Json | undefined): unknown {
  return type === 'json' && value !== null && value !== undefined ? JSON.stringify(value) : value
}
