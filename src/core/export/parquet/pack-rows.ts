import type { RowGroup } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Json, JsonObject } from '#record'
import type { ParquetColumn } from '../targets/target-format.ts'
import { schemaOf } from './schema.ts'
import { snappy } from './snappy.ts'

/** Rows of a Parquet file, written apart from it: its bytes, and what the footer says of them, with places from the first byte on. */
export interface PackedRows {
  bytes: Uint8Array
  group: RowGroup
}

/** Packs rows for a Parquet file, in a thread or not. The rows' memory is handed over: their bytes may be gone afterwards. */
export type PackRows = (columns: readonly ParquetColumn[], rows: readonly Uint8Array[]) => Promise<PackedRows>

/** `PAR1`, which a file begins with. */
const MAGIC_BYTES = 4

/** Packs rows, each the JSON text of an object by column, as one row group. Texts and lists stand as they are; what is no text in a text column is null. */
export const packRows: PackRows = async (columns, rows) => {
  const values = rows.map(
    (bytes) => JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as JsonObject,
  )
  const writer = new ByteWriter(rows.reduce((sum, { length }) => sum + length, 1_024))
  const parquet = new ParquetWriter({ writer, schema: schemaOf(columns), statistics: false, compressors: { SNAPPY: snappy } })
  const columnData = columns.map((column) => ({
    name: column.name,
    data: values.map((row) => cellOf(column, row[column.name])),
    offsetIndex: false,
  }))
  await parquet.write({ columnData, rowGroupSize: rows.length })
  const [group] = parquet.row_groups
  if (!group) throw new Error('a row group without rows')
  return { bytes: writer.getBytes().slice(MAGIC_BYTES), group: movedGroup(group, -MAGIC_BYTES) }
}

/** A group as the footer says it where its first byte stands `by` bytes further on. */
export function movedGroup(group: RowGroup, by: number): RowGroup {
  const columns = group.columns.map((column) => {
    const { meta_data: meta, file_offset } = column
    if (!meta) return column
    const { data_page_offset, dictionary_page_offset } = meta
    const moved = { ...meta, data_page_offset: data_page_offset + BigInt(by) }
    const whole = dictionary_page_offset === undefined ? moved : { ...moved, dictionary_page_offset: dictionary_page_offset + BigInt(by) }
    return { ...column, file_offset: file_offset + BigInt(by), meta_data: whole }
  })
  return { ...group, columns }
}

function cellOf({ type }: ParquetColumn, value: Json | undefined): unknown {
  if (value === null || value === undefined) return null
  switch (type) {
    case 'json':
      return JSON.stringify(value)
    case 'string':
      return typeof value === 'string' ? value : null
    case 'int':
      return typeof value === 'number' ? BigInt(Math.trunc(value)) : null
    case 'ints':
      return Array.isArray(value) ? value.map((item) => (typeof item === 'number' ? BigInt(Math.trunc(item)) : null)) : null
    default:
      return value
  }
}
