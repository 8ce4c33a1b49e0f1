import { type ColumnChunk, type FileMetaData, type RowGroup, readOffsetIndex } from 'hyparquet'
import { type ByteRange, mergeRanges } from '../byte-ranges.ts'
import type { Bytes } from '../bytes.ts'
import type { RowsWanted } from '../types.ts'
import { CHUNK_GAP, chunkRange } from './chunk-range.ts'
import { planParts, type ReadPart } from './plan-parts.ts'

/**
 * The ranges the decoder will read for these rows, all columns: pages, dictionary pages and offset indexes where a group has them, else its
 * whole chunks. The offset indexes are read on the way, through `slice`, those of all groups at once.
 */
export async function planRows(metadata: FileMetaData, wanted: RowsWanted, slice: Bytes['slice']): Promise<ByteRange[]> {
  const steps = planParts(metadata, wanted).flatMap((part) => stepsOf(part, metadata.row_groups[part.group]))
  const indexes = mergeRanges(
    steps.flatMap(({ index }) => (index === null ? [] : [index])),
    CHUNK_GAP,
  )
  const read = await Promise.all(indexes.map(async (range) => ({ ...range, bytes: await slice(range.start, range.end) })))
  const chunks = steps.flatMap((step) => (step.index === null ? [chunkRange(step.chunk)] : []))
  const pages = steps.flatMap((step) => (step.index === null ? [] : pagesOf(step, locationsIn(read, step.index))))
  return mergeRanges([...mergeRanges(chunks, CHUNK_GAP), ...pages, ...indexes])
}

type PageLocation = ReturnType<typeof readOffsetIndex>['page_locations'][number]

/** One column of one part. */
interface Step {
  chunk: ColumnChunk
  /** Rows wanted, counted from the group's first. */
  first: number
  end: number
  groupRows: number
  /** Where the offset index lies; null when the whole chunk is read. */
  index: ByteRange | null
}

function stepsOf({ start, end, groupStart }: ReadPart, group: RowGroup | undefined): Step[] {
  if (!group) return []
  const groupRows = Number(group.num_rows)
  const isWhole = start === groupStart && end === groupStart + groupRows
  const rows = { first: start - groupStart, end: end - groupStart, groupRows }
  return group.columns.map((chunk) => ({ chunk, ...rows, index: isWhole ? null : indexRange(chunk) }))
}

function indexRange({ offset_index_offset: offset, offset_index_length: length }: ColumnChunk): ByteRange | null {
  return offset && length ? { start: Number(offset), end: Number(offset) + length } : null
}

function locationsIn(read: (ByteRange & { bytes: Uint8Array })[], index: ByteRange): PageLocation[] {
  const holder = read.find(({ start, end }) => start <= index.start && index.end <= end)
  if (!holder) throw new Error('an offset index that was not read')
  const { buffer, byteOffset } = holder.bytes
  const view = new DataView(buffer, byteOffset + index.start - holder.start, index.end - index.start)
  return readOffsetIndex({ view, offset: 0 }).page_locations
}

/** The pages that hold the rows, as one range, and the dictionary page before the first. It is what hyparquet's readSelectedPages reads. */
function pagesOf({ chunk, first, end, groupRows }: Step, pages: PageLocation[]): ByteRange[] {
  const whole = chunkRange(chunk)
  const ends = pages.map((_, n) => Number(pages[n + 1]?.first_row_index ?? groupRows))
  const from = pages.findIndex((_, n) => (ends[n] ?? 0) > first)
  const to = pages.findLastIndex((page) => Number(page.first_row_index) < end)
  const [head, last, opening] = [pages[from], pages[to], pages[0]]
  if (!head || !last || !opening) return [whole]
  const data = { start: Number(head.offset), end: Number(last.offset) + last.compressed_page_size }
  const dictionary = { start: whole.start, end: Number(opening.offset) }
  return dictionary.start < dictionary.end ? [dictionary, data] : [data]
}
