import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** A workspace may come from somebody else: a link in it must not lead to a file of this machine. Windows, which has no such flag, makes no links unasked. */
export function openPlain(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0))
}

/** Fills a buffer from a position on. @throws Error when the file ends before */
export async function readFully(handle: FileHandle, into: Buffer, position: number): Promise<void> {
  for (let filled = 0; filled < into.length; ) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, position + filled)
    if (bytesRead === 0) throw new Error('A file of the cache became shorter while it was read.')
    filled += bytesRead
  }
}

/** Writes all of the bytes and returns the position behind them. */
export async function writeFully(handle: FileHandle, bytes: Uint8Array, position: number): Promise<number> {
  for (let written = 0; written < bytes.length; ) {
    written += (await handle.write(bytes, written, bytes.length - written, position + written)).bytesWritten
  }
  return position + bytes.length
}
