import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** A line of a file. */
export interface FileLine {
  /** From 1. */
  number: number
  /** Without the line feed; null of one that is too long to be ours. */
  text: string | null
}

/** Lines of index, notes and ledger are far shorter. Bytes. */
const LONGEST_LINE = 1 << 26

const LINE_FEED = 10

/** The lines of a file, one in memory at a time; what stands behind the last line feed is a line as well. */
export async function* readLines(path: string, signal: AbortSignal | undefined): AsyncGenerator<FileLine> {
  let held: Buffer[] = []
  let bytes = 0
  let number = 0
  const line = (): FileLine => {
    number += 1
    const text = bytes > LONGEST_LINE ? null : Buffer.concat(held).toString('utf8')
    held = []
    bytes = 0
    return { number, text }
  }
  const hold = (piece: Buffer): void => {
    bytes += piece.length
    if (bytes <= LONGEST_LINE) held.push(piece)
  }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted()
    let from = 0
    for (let to = chunk.indexOf(LINE_FEED); to >= 0; to = chunk.indexOf(LINE_FEED, from)) {
      hold(chunk.subarray(from, to))
      yield line()
      from = to + 1
    }
    if (from < chunk.length) hold(chunk.subarray(from))
  }
  if (bytes > 0) yield line()
}

/** What a file is, by its bytes. */
export interface FilePrint {
  /** Hex. */
  sha256: string
  bytes: number
  /** sha256 of each line without its line feed, in order; empty unless asked for. */
  lines: string[]
}

/** Bytes between two reports of progress. */
const TELL_EVERY = 32_000_000

/** Hashes a file, and its lines where they are asked for, in one go through it; yields how many bytes it has read so far. */
export async function* printOf(
  path: string,
  { withLines, signal }: { withLines: boolean; signal: AbortSignal | undefined },
): AsyncGenerator<number, FilePrint> {
  const whole = createHash('sha256')
  const lines: string[] = []
  let line = createHash('sha256')
  let lineBytes = 0
  let bytes = 0
  let told = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted()
    whole.update(chunk)
    bytes += chunk.length
    if (bytes - told >= TELL_EVERY) {
      told = bytes
      yield bytes
    }
    for (let from = 0; withLines && from < chunk.length; ) {
      const end = chunk.indexOf(LINE_FEED, from)
      const piece = chunk.subarray(from, end < 0 ? chunk.length : end)
      line.update(piece)
      lineBytes += piece.length
      from += piece.length + 1
      if (end < 0) break
      lines.push(line.digest('hex'))
      line = createHash('sha256')
      lineBytes = 0
    }
  }
  if (withLines && lineBytes > 0) lines.push(line.digest('hex'))
  return { sha256: whole.digest('hex'), bytes, lines }
}
