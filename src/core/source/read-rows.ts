import { assertNever, FaultError, type RawRow, type Rejection, toFault } from '#record'
import { type Bytes, type OpenBytes, openFile } from './bytes.ts'
import { type FileFormat, formatOf, KNOWN_ENDINGS } from './formats.ts'
import { type Origin, reject } from './origin.ts'
import { readParquet } from './parquet/read-parquet.ts'
import { readJson } from './read-json.ts'
import { readJsonl } from './read-jsonl.ts'
import { renameRows } from './rename-columns.ts'
import type { ReadOptions } from './types.ts'

/**
 * Reads one file, a local path or bytes from elsewhere, whatever its format. What stops a file short ends in a Rejection with row -1, after the rows that could be read.
 * @throws what bytes from elsewhere throw, when it is a Fault: being offline is no fault of the file.
 */
export async function* readRows(from: string | Bytes, origin: Origin, options: ReadOptions = {}): AsyncGenerator<RawRow | Rejection> {
  const format = formatOf(origin.file)
  if (format === null) {
    yield reject(origin, -1, 'unreadable', `${origin.file} has an ending Winnow does not read; known are ${KNOWN_ENDINGS.join(', ')}.`)
    return
  }
  try {
    const bytes = await openBytes(from, options.signal)
    try {
      if (bytes.length === 0) yield reject(origin, -1, 'unreadable', `${origin.file} is empty (0 bytes). Fetch it again.`)
      else yield* mapped(readFormat(bytes, format, origin, options), options)
    } finally {
      await bytes.close()
    }
  } catch (error) {
    options.signal?.throwIfAborted()
    if (error instanceof FaultError) throw error
    yield reject(origin, -1, 'unreadable', reasonOf(error, origin.file))
  }
}

function mapped(rows: AsyncGenerator<RawRow | Rejection>, { map }: ReadOptions): AsyncGenerator<RawRow | Rejection> {
  return map ? renameRows(rows, map) : rows
}

/** Bytes that somebody else serves are somebody else's to close. */
async function openBytes(from: string | Bytes, signal?: AbortSignal): Promise<OpenBytes> {
  if (typeof from === 'string') return openFile(from)
  return { length: from.length, slice: (start, end) => from.slice(start, end, signal), close: async () => {} }
}

function readFormat(
  bytes: Bytes,
  { format, isGzip }: FileFormat,
  origin: Origin,
  options: ReadOptions,
): AsyncGenerator<RawRow | Rejection> {
  switch (format) {
    case 'parquet':
      return readParquet(bytes, origin, options)
    case 'jsonl':
      return readJsonl(bytes, origin, { ...options, isGzip })
    case 'json':
      return readJson(bytes, origin, { ...options, isGzip })
    default:
      return assertNever(format, 'format')
  }
}

const GZIP_PROBLEMS: Record<string, string> = {
  Z_BUF_ERROR: 'is cut off: the end of its gzip stream is missing. The rows before the cut were kept; fetch it again for the rest.',
  Z_DATA_ERROR:
    'is damaged: its gzip stream does not decode any further. The rows before the fault were kept; fetch it again for the rest.',
}

function reasonOf(error: unknown, file: string): string {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  const problem = GZIP_PROBLEMS[code]
  if (problem) return `${file} ${problem}`
  const { kind, message, remedy } = toFault(error, file)
  return kind === 'internal' ? `${file} could not be read: ${message}` : `${message} ${remedy ?? ''}`.trim()
}
