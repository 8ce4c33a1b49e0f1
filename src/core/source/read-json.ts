import type { Json, RawRow, Rejection } from '#record'
import { type Bytes, chunksOf } from './bytes.ts'
import { gunzip } from './gunzip.ts'
import { type Origin, refOf, reject } from './origin.ts'
import { parseJsonBytes } from './parse-json-bytes.ts'
import { LINE_LIMIT, readJsonl } from './read-jsonl.ts'
import { spansOf } from './spans-of.ts'
import type { ReadOptions, RowsWanted } from './types.ts'

/**
 * Reads a JSON document: a list is its rows, anything else one row. A `.json` file that holds one object a line, as some tools write it, is
 * read as JSON Lines.
 */
export async function* readJson(
  bytes: Bytes,
  origin: Origin,
  options: ReadOptions & { isGzip: boolean },
): AsyncGenerator<RawRow | Rejection> {
  const text = await readWhole(bytes, options.isGzip, options.signal)
  if (text === null) {
    const limit = LINE_LIMIT.toLocaleString('en')
    yield reject(origin, -1, 'too-large', `${origin.file} holds more than ${limit} bytes of JSON; write it as .jsonl, one row a line.`)
    return
  }
  const parsed = parseJsonBytes(text)
  if (parsed.ok) yield* rowsOf(parsed.value, origin, options.wanted)
  else if (startsWithLine(text)) yield* readJsonl(bytes, origin, options)
  else yield reject(origin, -1, 'malformed', `${origin.file} was left out: ${parsed.problem}.`)
}

function* rowsOf(value: Json, origin: Origin, wanted: RowsWanted | undefined): Generator<RawRow> {
  const rows = Array.isArray(value) ? value : [value]
  for (const { start, end } of spansOf(wanted, rows.length)) {
    for (let row = start; row < end; row += 1) yield { ref: refOf(origin, row), hints: origin.hints, value: rows[row] ?? null }
  }
}

async function readWhole(bytes: Bytes, isGzip: boolean, signal?: AbortSignal): Promise<Buffer | null> {
  const chunks = chunksOf(bytes, 1 << 16, signal)
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of isGzip ? gunzip(chunks) : chunks) {
    length += part.length
    if (length > LINE_LIMIT) return null
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}

function startsWithLine(text: Buffer): boolean {
  const end = text.indexOf(10)
  const first = end === -1 ? null : parseJsonBytes(text.subarray(0, end))
  return first?.ok === true && typeof first.value === 'object' && first.value !== null
}
