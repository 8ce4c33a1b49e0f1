import type { ColumnChunk } from 'hyparquet'
import type { ByteRange } from '../byte-ranges.ts'

/**
 * The decoder reads neighbouring chunks in one slice when they are at most this far apart (hyparquet's columnGapLimit): a plan that leaves
 * out such a gap would be short of it.
 */
export const CHUNK_GAP = 8 * 1024

/** Where a column chunk lies, its dictionary page included. */
export function chunkRange({ meta_data: meta }: ColumnChunk): ByteRange {
  if (!meta) throw new Error('a column chunk without metadata')
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset)
  return { start, end: start + Number(meta.total_compressed_size) }
}
