import type { FileMetaData } from 'hyparquet'
import type { ColumnMap } from '../types.ts'
import { type ByteRange, CHUNK_GAP, chunkRange, mergeRanges } from './byte-ranges.ts'
import { TAIL_BYTES } from './footer.ts'
import { pruneMetadata } from './prune-metadata.ts'
import { smallLeaves } from './small-leaves.ts'

/**
 * The ranges to fetch before the small columns of a file are read: at most two a row group and one a file (which with the footer's makes two
 * a file), joined across the borders of row groups, the smallest gaps first. What the footer's tail has brought is left out.
 */
export function planIndex(metadata: FileMetaData, fileLength: number, map: ColumnMap | null = null): ByteRange[] {
  const { row_groups: groups } = pruneMetadata(metadata, smallLeaves(metadata, map))
  const tail = Math.max(0, fileLength - TAIL_BYTES)
  const chunks = mergeRanges(
    groups.flatMap((group) => group.columns.map(chunkRange)),
    CHUNK_GAP,
  )
  const missing = chunks.map(({ start, end }) => ({ start, end: Math.min(end, tail) })).filter(({ start, end }) => start < end)
  return joinClosest(missing, 2 * groups.length + 1)
}

/** At most `most` ranges that cover the given ascending ones: the smallest gaps are filled, however many it takes. */
export function joinClosest(ranges: readonly ByteRange[], most: number): ByteRange[] {
  const gaps = ranges.slice(1).map((range, index) => ({ index, bytes: range.start - (ranges[index]?.end ?? 0) }))
  const filled = gaps.sort((a, b) => a.bytes - b.bytes).slice(0, Math.max(0, ranges.length - most))
  const isFilled = new Set(filled.map(({ index }) => index + 1))
  const joined: ByteRange[] = []
  for (const [index, range] of ranges.entries()) {
    const last = joined.at(-1)
    if (last && isFilled.has(index)) last.end = range.end
    else joined.push({ ...range })
  }
  return joined
}
