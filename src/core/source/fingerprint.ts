import { createHash } from 'node:crypto'
import { openFile } from './bytes.ts'

/** A local file under the name it has in its source. */
export interface LocalFile {
  path: string
  absolute: string
  bytes: number
}

const EDGE = 64 * 1024

/** `local-` and 16 hex digits over path, size and the first and last 64 KiB of every file: enough to see that a source has changed. */
export async function fingerprintOf(files: LocalFile[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${JSON.stringify([file.path, file.bytes])}\n`)
    hash.update(await edgesOf(file.absolute))
  }
  return `local-${hash.digest('hex').slice(0, 16)}`
}

/** An unreadable file has no edges here; reading its rows says why. */
async function edgesOf(path: string): Promise<Buffer> {
  try {
    const bytes = await openFile(path)
    try {
      const head = await bytes.slice(0, EDGE)
      const tail = await bytes.slice(Math.max(EDGE, bytes.length - EDGE), bytes.length)
      return Buffer.concat([head, tail])
    } finally {
      await bytes.close()
    }
  } catch {
    return Buffer.alloc(0)
  }
}
