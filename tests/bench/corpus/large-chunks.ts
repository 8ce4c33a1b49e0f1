import type { Combination, CorpusOptions } from './corpus-options.ts'
import { CONTENT, keepLeaves } from './corpus-schema.ts'
import { type LeafChunk, writeGroup } from './leaf-chunk.ts'
import { largeColumns, STAMP, stampOf } from './trajectory.ts'

const PAGE_SIZE = 128 * 1024
/** Trajectories and patches keep the size they have; tool definitions, the same in every row, shrink as they do in the real files. */
const UNPACKED = { codec: 'UNCOMPRESSED', encoding: 'PLAIN' } as const
const WRITING = { pageSize: PAGE_SIZE, statistics: false, only: { messages: UNPACKED, metadata: UNPACKED } }

/** The large leaves of any row group of a combination; the contents carry the numbers of the rows from `firstRow` on. */
export type LargeChunks = (firstRow: number) => Map<string, LeafChunk>

/** Whether a leaf is part of what is written once for a combination. */
export function isLarge(leaf: string): boolean {
  return leaf.startsWith('messages.') || leaf.startsWith('tools.') || leaf.endsWith('.patch')
}

/**
 * Writes one row's contents as one page, and every other large leaf of a whole group. A group's contents are that page again and again,
 * with another number in it.
 */
export function largeChunks(combination: Combination, { bodyBytes, rowsPerGroup, seed }: CorpusOptions): LargeChunks {
  const row = largeColumns(combination, bodyBytes, seed)
  const page = writeGroup({ ...WRITING, columns: keepLeaves((leaf) => leaf === CONTENT), rows: [row], pageSize: 0 }).get(CONTENT)
  if (!page) throw new Error('no contents were written')
  const rest = writeGroup({
    ...WRITING,
    columns: keepLeaves((leaf) => isLarge(leaf) && leaf !== CONTENT),
    rows: Array.from({ length: rowsPerGroup }, () => row),
  })
  const stampAt = Buffer.from(page.read(0, page.length)).indexOf(STAMP)
  return (firstRow) => new Map([...rest, [CONTENT, repeated(page, stampAt, rowsPerGroup, firstRow)]])
}

/** A chunk of `rows` pages that differ in their stamp alone. */
function repeated(page: LeafChunk, stampAt: number, rows: number, firstRow: number): LeafChunk {
  const { length, meta } = page
  const stamped = (row: number): Buffer => {
    const copy = Buffer.from(page.read(0, length))
    copy.write(stampOf(firstRow + row), stampAt, 'latin1')
    return copy
  }
  return {
    length: length * rows,
    meta: {
      ...meta,
      num_values: meta.num_values * BigInt(rows),
      total_compressed_size: meta.total_compressed_size * BigInt(rows),
      total_uncompressed_size: meta.total_uncompressed_size * BigInt(rows),
    },
    pages: Array.from({ length: rows }, (_, row) => ({ offset: row * length, size: length, firstRow: row })),
    read(start, end) {
      const first = Math.floor(start / length)
      const pages = Array.from({ length: Math.ceil(end / length) - first }, (_, at) => stamped(first + at))
      return Buffer.concat(pages).subarray(start - first * length, end - first * length)
    },
  }
}
