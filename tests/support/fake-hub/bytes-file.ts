import { createHash } from 'node:crypto'
import { gitBlobId } from './git-blob-id.ts'
import type { FakeFile } from './types.ts'

/** A file of bytes at hand. Kept in LFS when its name ends as binary files do. */
export function bytesFile(path: string, content: Uint8Array | string, isLfs = isLfsPath(path)): FakeFile {
  const bytes = Buffer.from(content)
  const etag = isLfs ? createHash('sha256').update(bytes).digest('hex') : gitBlobId(bytes)
  return { path, size: bytes.length, etag, isLfs, read: async (start, end) => bytes.subarray(start, end) }
}

/** What the Hub's own `.gitattributes` puts into LFS, as far as datasets of rows have it. */
export function isLfsPath(path: string): boolean {
  return /\.(parquet|arrow|gz|zip|zst|bz2|xz|7z|tar|tgz|rar|bin|npy|npz|pkl)$/.test(path)
}
