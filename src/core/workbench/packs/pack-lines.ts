import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { FaultError as Failure, type FaultError, fault, type LedgerEntry, toFault } from '#record'
import { gunzip, splitLines } from '#source'
import { MOST_LINE_BYTES, type PackExample, type PackHeader, packEnd, packEntry, packExample, packHeader } from './pack-format.ts'

/** A line of a pack that has been checked. An example whose line is not in order is told, and the others go on. */
export type PackLine =
  | { kind: 'header'; header: PackHeader }
  | { kind: 'example'; example: PackExample; line: number }
  | { kind: 'bad-example'; line: number; reason: string }
  | { kind: 'entry'; entry: LedgerEntry }
  | { kind: 'end'; sha256: string }

/** Gzip can inflate a thousandfold: small steps keep what one of them yields in bounds. */
const CHUNK = 1 << 16

/**
 * Reads a pack, one line in memory at a time, and holds what it says of itself against what is in it. Only at its end is it known to be whole.
 *
 * @throws FaultError `not-found` or `unreadable` as the disk says, `bad-input` for what is no pack, is one of another version, was cut off or changed
 */
export async function* packLines(path: string, signal: AbortSignal): AsyncGenerator<PackLine> {
  const hash = createHash('sha256')
  const met = { examples: 0, entries: 0, isEnded: false }
  let header: PackHeader | null = null
  for await (const { number, bytes } of linesOf(path, signal)) {
    if (met.isEnded) throw notWhole(path, 'something stands behind its end')
    if (bytes === null) throw notWhole(path, `line ${number + 1} is longer than ${MOST_LINE_BYTES.toLocaleString('en')} bytes`)
    const value = parse(bytes)
    if (header === null) {
      header = headerOf(value, path)
      yield { kind: 'header', header }
    } else if (kindOf(value) === 'end') {
      const sha256 = hash.copy().digest('hex')
      checkEnd(value, { ...met, sha256 }, header, path)
      met.isEnded = true
      yield { kind: 'end', sha256 }
    } else {
      const line = lineOf(value, number, path)
      met[line.kind === 'entry' ? 'entries' : 'examples'] += 1
      if (met.examples > header.examples || met.entries > (header.ledger?.entries ?? 0)) throw notWhole(path, 'it holds more than it says')
      yield line
    }
    hash.update(bytes).update('\n')
  }
  if (!met.isEnded) throw notWhole(path, 'its end is missing')
}

async function* linesOf(path: string, signal: AbortSignal) {
  const stream = createReadStream(path, { highWaterMark: CHUNK })
  try {
    for await (const line of splitLines(gunzip(stream), MOST_LINE_BYTES)) {
      signal.throwIfAborted()
      yield line
    }
  } catch (error) {
    throw failureOf(error, path)
  } finally {
    stream.destroy()
  }
}

function failureOf(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'Z_BUF_ERROR') return notWhole(path, 'its end is missing')
  if (code === 'Z_DATA_ERROR') return noPack(path)
  return code.startsWith('E') ? new Failure(toFault(error, path), { cause: error }) : error
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
}

function headerOf(value: unknown, path: string): PackHeader {
  const { format, version } = (value ?? {}) as Partial<Record<keyof PackHeader, unknown>>
  if (format !== 'winnow-pack') throw noPack(path)
  if (typeof version === 'number' && version > 1) {
    throw fault('bad-input', `${path} was made by a newer Winnow (pack version ${version}; this one reads version 1).`, {
      culprit: path,
      remedy: 'Update Winnow, then open the pack again.',
    })
  }
  const read = packHeader.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw notWhole(path, `its header is not in order: ${issue?.path.join('.')}: ${issue?.message}`)
}

function lineOf(value: unknown, number: number, path: string): PackLine {
  if (kindOf(value) === 'example') {
    const read = packExample.safeParse(value)
    if (read.success) return { kind: 'example', example: read.data, line: number + 1 }
    const [issue] = read.error.issues
    return { kind: 'bad-example', line: number + 1, reason: `The line is not in order: ${issue?.path.join('.')}: ${issue?.message}` }
  }
  const read = packEntry.safeParse(value)
  // The entry as it was written: what the schema leaves out of it is hashed all the same.
  if (read.success) return { kind: 'entry', entry: (value as { entry: LedgerEntry }).entry }
  throw notWhole(path, `line ${number + 1} is neither an example nor a ledger entry`)
}

function checkEnd(value: unknown, met: { examples: number; entries: number; sha256: string }, header: PackHeader, path: string): void {
  const read = packEnd.safeParse(value)
  if (!read.success) throw notWhole(path, 'its end is not in order')
  const { examples, entries, sha256 } = read.data
  if (sha256 !== met.sha256) throw notWhole(path, 'it was changed after it was made')
  const isCounted = examples === met.examples && entries === met.entries
  const isPromised = header.examples === met.examples && (header.ledger?.entries ?? 0) === met.entries
  if (!isCounted || !isPromised) throw notWhole(path, 'it holds other than it says')
}

function noPack(path: string): FaultError {
  return fault('bad-input', `${path} is not a review pack.`, { culprit: path, remedy: 'Name a file that "winnow pack" wrote.' })
}

function notWhole(path: string, why: string): FaultError {
  return fault('bad-input', `The pack ${path} was not taken in: ${why}.`, {
    culprit: path,
    remedy: 'Copy or ask for the file again: it may have been cut off on its way.',
  })
}
