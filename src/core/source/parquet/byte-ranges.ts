import type { ColumnChunk } from 'hyparquet'

/** Bytes `start` up to `end` (exclusive) of a file. */
export interface ByteRange {
  start: number
  end: number
}

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

/** Ascending ranges that cover the given ones, those at most `gap` bytes apart joined. */
export function mergeRanges(ranges: readonly ByteRange[], gap = 0): ByteRange[] {
  const merged: ByteRange[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end + gap) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}
