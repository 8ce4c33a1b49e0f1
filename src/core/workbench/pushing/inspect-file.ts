import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { type Fault, FaultError, fault, toFault } from '#record'
import type { PushFile } from '#source'
import type { ListedFile } from './read-export.ts'
import { type LineSecrets, secretsInLine } from './secrets-in-line.ts'
import { type FileText, linesOf, rowsOf } from './texts-of-file.ts'

/** What a look through a file is done with. */
export interface InspectTools {
  /** The token of this machine; null for none. */
  ownToken: string | null
  /** The built read worker. */
  workerUrl: URL
  signal: AbortSignal
  /** Told how many bytes more were looked at. */
  onBytes(bytes: number): void
}

/** A file that was read whole. */
export interface InspectedFile {
  file: PushFile
  /** Lines with secrets in them. */
  found: ({ line: number } & LineSecrets)[]
}

/** Text looked through before others have their turn. */
const TURN_UNITS = 1_000_000

/**
 * Reads a file once: its hashes, and what in it must not leave. Gives a Fault when its bytes are not what the manifest says.
 * @throws the signal's reason; Fault `unreadable`
 */
export async function inspectFile(listed: ListedFile, tools: InspectTools): Promise<InspectedFile | Fault> {
  const stat = await lstat(listed.from).catch(() => null)
  if (!stat?.isFile()) return notAsListed(listed, stat ? 'is not a plain file' : 'is missing')
  if (stat.size !== listed.bytes) return notAsListed(listed, `has ${stat.size} bytes, and the manifest says ${listed.bytes}`)
  const hashes = { sha256: createHash('sha256'), blob: createHash('sha1').update(`blob ${stat.size}\0`) }
  const isParquet = listed.path.toLowerCase().endsWith('.parquet')
  try {
    const chunks = hashed(listed, Object.values(hashes), tools)
    const found = isParquet ? await drained(chunks) : await lookThrough(linesOf(listed, chunks), tools)
    if (isParquet) found.push(...(await lookThrough(rowsOf(listed, tools.workerUrl, tools.signal), tools)))
    const file = {
      path: listed.path,
      from: listed.from,
      bytes: stat.size,
      sha256: hashes.sha256.digest('hex'),
      blob: hashes.blob.digest('hex'),
    }
    if (listed.sha256 !== null && file.sha256 !== listed.sha256) return notAsListed(listed, 'has other bytes than the manifest says')
    return { file, found }
  } catch (error) {
    tools.signal.throwIfAborted()
    throw error instanceof FaultError ? error : new FaultError(toFault(error, listed.from))
  }
}

async function* hashed(
  { from }: ListedFile,
  hashes: { update(bytes: Uint8Array): unknown }[],
  { signal, onBytes }: InspectTools,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(from, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    signal.throwIfAborted()
    for (const hash of hashes) hash.update(chunk)
    onBytes(chunk.length)
    yield chunk
  }
}

async function drained(chunks: AsyncIterable<Uint8Array>): Promise<InspectedFile['found']> {
  for await (const _ of chunks);
  return []
}

async function lookThrough(texts: AsyncIterable<FileText>, { ownToken, signal }: InspectTools): Promise<InspectedFile['found']> {
  const found: InspectedFile['found'] = []
  let units = 0
  for await (const { line, text } of texts) {
    const { secrets, hasOwn } = secretsInLine(text, ownToken)
    if (secrets.length > 0 || hasOwn) found.push({ line, secrets, hasOwn })
    units += text.length
    if (units < TURN_UNITS) continue
    units = 0
    await setImmediate()
    signal.throwIfAborted()
  }
  return found
}

function notAsListed({ path }: ListedFile, what: string): Fault {
  return fault('conflict', `${path} ${what}: this folder is not what was exported.`, {
    culprit: path,
    remedy: 'See what changed with `winnow verify` on the folder, then export again.',
  }).fault
}
