import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { FaultError, toFault } from '#record'

/** Writes the lines of a pack; the end is written when all others are. */
export interface PackWriter {
  line(value: unknown): Promise<void>
  /** sha256 (hex) of the lines so far. */
  digest(): string
}

/**
 * Writes a pack beside its place and moves it there when it is whole: whoever finds a file at `path` finds a good one. A failure, or an abort, leaves
 * nothing behind.
 *
 * @returns the size of the file in bytes
 * @throws FaultError as the disk says
 */
export async function writePack(path: string, signal: AbortSignal, fill: (writer: PackWriter) => Promise<void>): Promise<number> {
  const aside = `${path}.${process.pid}.part`
  try {
    await writeLines(aside, signal, fill)
    signal.throwIfAborted()
    await rename(aside, path)
    return (await stat(path)).size
  } catch (error) {
    await rm(aside, { force: true })
    signal.throwIfAborted()
    throw error instanceof FaultError ? error : new FaultError(toFault(error, path), { cause: error })
  }
}

async function writeLines(path: string, signal: AbortSignal, fill: (writer: PackWriter) => Promise<void>): Promise<void> {
  // Level 3 packs a 200 KB row as fast as it is read; higher levels cost more than they save.
  const gzip = createGzip({ level: 3, chunkSize: 256 * 1024 })
  const file = createWriteStream(path)
  const written = pipeline(gzip, file)
  // Told when it is awaited; until then nobody listens.
  written.catch(() => undefined)
  // What is written to it after the disk failed is told there too.
  gzip.on('error', () => undefined)
  const hash = createHash('sha256')
  try {
    await fill({
      async line(value) {
        signal.throwIfAborted()
        const bytes = Buffer.from(`${JSON.stringify(value)}\n`, 'utf8')
        hash.update(bytes)
        if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written])
      },
      digest: () => hash.copy().digest('hex'),
    })
    gzip.end()
    await written
  } catch (error) {
    gzip.destroy()
    await written.catch(() => undefined)
    throw error
  }
}
