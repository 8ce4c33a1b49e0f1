import { open } from 'node:fs/promises'

/** Anything with bytes: a length and a slice. A local file, or a remote one. */
export interface Bytes {
  /** In bytes. */
  length: number
  /**
   * Bytes from `start` up to `end` (exclusive, cut at the length). Throws when fewer come than were promised, and the signal's reason where bytes
   * are waited for.
   */
  slice(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array>
}

/** {@link Bytes} that must be closed. */
export interface OpenBytes extends Bytes {
  close(): Promise<void>
}

/** Opens a local file. System errors (ENOENT, EACCES, EISDIR) pass through. */
export async function openFile(path: string): Promise<OpenBytes> {
  const handle = await open(path, 'r')
  const stat = await handle.stat()
  if (!stat.isFile()) {
    await handle.close()
    throw Object.assign(new Error(`${path} is not a file`), { code: 'EISDIR', path })
  }
  return {
    length: stat.size,
    async slice(start, end) {
      const wanted = Math.max(0, Math.min(end, stat.size) - start)
      const buffer = Buffer.alloc(wanted)
      let filled = 0
      while (filled < wanted) {
        const { bytesRead } = await handle.read(buffer, filled, wanted - filled, start + filled)
        if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`)
        filled += bytesRead
      }
      return buffer
    },
    close: () => handle.close(),
  }
}

/** The bytes in order, `size` at a time. */
export async function* chunksOf(bytes: Bytes, size: number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) {
    signal?.throwIfAborted()
    yield await bytes.slice(start, start + size, signal)
  }
}
