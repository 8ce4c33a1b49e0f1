import { type FileMetaData, parquetMetadata } from 'hyparquet'
import type { Bytes } from '../bytes.ts'

const LEAST_TAIL = 64 * 1024
const MOST_TAIL = 512 * 1024

/**
 * Bytes fetched of a file's end at first. A footer grows with the row groups and so with the file: a thousandth of it holds the footers of
 * files with fifty groups, and often the page indexes before them, in one request.
 */
export function tailBytes(fileBytes: number): number {
  return Math.min(MOST_TAIL, Math.max(LEAST_TAIL, Math.ceil(fileBytes / 1000)))
}

/** Length of the footer (4 bytes) and the mark. */
const ENDING = 8
/** Footers of the widest tables are shorter. Unpacked in memory one takes many times its bytes. */
const MOST_BYTES = 16 * 1024 * 1024

/**
 * Reads a parquet footer with one slice of the file's end, and a second only when the footer is longer than that.
 * @throws Error whose message goes on from the file's name; what the bytes throw passes through.
 */
export async function readFooter(bytes: Bytes, signal?: AbortSignal): Promise<FileMetaData> {
  const tailStart = Math.max(0, bytes.length - tailBytes(bytes.length))
  const tail = Buffer.from(await bytes.slice(tailStart, bytes.length, signal))
  const mark = tail.subarray(-4).toString('latin1')
  if (mark === 'PARE') throw new Error('is an encrypted parquet file; Winnow reads plain ones.')
  if (mark !== 'PAR1' || bytes.length < 12) throw new Error(await withoutFooter(bytes))
  const start = bytes.length - ENDING - tail.readUInt32LE(tail.length - ENDING)
  if (start < 0) throw new Error(unreadable('it claims to be longer than the file'))
  if (bytes.length - start > MOST_BYTES) throw new Error(unreadable(`it is longer than the ${MOST_BYTES} bytes Winnow reads`))
  const before = start < tailStart ? [await bytes.slice(start, tailStart, signal)] : []
  return parse(Buffer.concat([...before, tail]))
}

function parse(footer: Buffer): FileMetaData {
  try {
    const metadata = parquetMetadata(footer)
    checkNumbers(metadata)
    return metadata
  } catch (error) {
    throw new Error(unreadable(error instanceof Error ? error.message : String(error)), { cause: error })
  }
}

/** Plans are made by these numbers, and anybody may have written them. @throws Error that names the one that cannot be */
export function checkNumbers({ num_rows, row_groups }: FileMetaData): void {
  const ofGroups = row_groups.flatMap((group) => [
    ...[group.num_rows, group.total_byte_size],
    ...group.columns.flatMap(({ meta_data: meta }) => (meta ? [meta.total_compressed_size, meta.data_page_offset] : [])),
  ])
  const wrong = [num_rows, ...ofGroups].find((number) => !Number.isSafeInteger(Number(number)) || Number(number) < 0)
  if (wrong !== undefined) throw new Error(`it counts with ${wrong}`)
}

function unreadable(problem: string): string {
  return `is a parquet file whose footer cannot be read (${problem}). Fetch it again.`
}

async function withoutFooter(bytes: Bytes): Promise<string> {
  const head = Buffer.from(await bytes.slice(0, 4)).toString('latin1')
  return head === 'PAR1'
    ? 'is a parquet file that was cut off: its footer is missing. Fetch it again.'
    : 'is not a parquet file, whatever its name says: the PAR1 mark is missing.'
}
