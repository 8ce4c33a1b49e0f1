import type { FileMetaData } from 'hyparquet'
import { type ByteRange, joinClosest, mergeRanges } from '../byte-ranges.ts'
import type { ColumnMap } from '../types.ts'
import { CHUNK_GAP, chunkRange } from './chunk-range.ts'
import { tailBytes } from './footer.ts'
import { pruneMetadata } from './prune-metadata.ts'
import { smallLeaves } from './small-leaves.ts'

/**
 * The ranges to fetch before the small columns of a file are read: at most two a row group and one a file (which with the footer's makes two
 * a file), joined across the borders of row groups, the smallest gaps first. What the footer's tail has brought is left out.
 */
export function planIndex(metadata: FileMetaData, fileLength: number, map: ColumnMap | null = null): ByteRange[] {
  const { row_groups: groups } = pruneMetadata(metadata, smallLeaves(metadata, map))
  const tail = Math.max(0, fileLength - tailBytes(fileLength))
  const chunks = mergeRanges(
    groups.flatMap((group) => group.columns.map(chunkRange)),
    CHUNK_GAP,
  )
  const missing = chunks.map(({ start, end }) => ({ start, end: Math.min(end, tail) })).filter(({ start, end }) => start < end)
  return joinClosest(missing, 2 * groups.length + 1)
}
