import type { RawRow, Rejection } from '#record'
import { type Bytes, chunksOf } from './bytes.ts'
import { gunzip } from './gunzip.ts'
import { type Origin, refOf, reject } from './origin.ts'
import { parseJsonBytes } from './parse-json-bytes.ts'
import { spansOf } from './spans-of.ts'
import { type Line, splitLines } from './split-lines.ts'
import type { ReadOptions } from './types.ts'

/** A line longer than this is not parsed. V8 holds no string over 512 MB, and a parsed row needs several times its text. */
export const LINE_LIMIT = 256 * 1024 * 1024

const CHUNK = 1 << 20
/** Gzip can inflate a thousandfold: small steps keep what one of them yields in bounds. */
const GZIP_CHUNK = 1 << 16

/** Reads JSON Lines, one line in memory at a time. A row's number is its line number minus one; blank lines count and yield nothing. */
export async function* readJsonl(
  bytes: Bytes,
  origin: Origin,
  options: ReadOptions & { isGzip: boolean; lineLimit?: number },
): AsyncGenerator<RawRow | Rejection> {
  const { wanted, signal, isGzip, lineLimit = LINE_LIMIT } = options
  const spans = spansOf(wanted, Number.POSITIVE_INFINITY)
  const chunks = isGzip ? gunzip(chunksOf(bytes, GZIP_CHUNK, signal)) : chunksOf(bytes, CHUNK, signal)
  for await (const line of splitLines(chunks, lineLimit)) {
    while (spans[0] && line.number >= spans[0].end) spans.shift()
    if (!spans[0]) return
    if (line.number >= spans[0].start) yield* readLine(line, origin, lineLimit)
  }
}

function* readLine(line: Line, origin: Origin, lineLimit: number): Generator<RawRow | Rejection> {
  const place = `Line ${line.number + 1} (${line.length.toLocaleString('en')} bytes)`
  if (line.bytes === null) {
    yield reject(
      origin,
      line.number,
      'too-large',
      `${place} is longer than the ${lineLimit.toLocaleString('en')} bytes Winnow reads; split the row.`,
    )
    return
  }
  if (isBlank(line.bytes)) return
  const parsed = parseJsonBytes(line.bytes)
  if (parsed.ok) yield { ref: refOf(origin, line.number), hints: origin.hints, value: parsed.value }
  else yield reject(origin, line.number, 'malformed', `${place} was left out: ${parsed.problem}. Every line must be one JSON object.`)
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)
}
