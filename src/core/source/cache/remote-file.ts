import { createHash } from 'node:crypto'

/** A file at a commit of a repository. */
export interface RemoteFile {
  /** `OWNER/NAME`. */
  repo: string
  /** 40 hex digits. */
  commit: string
  path: string
  /** As the listing has it. */
  etag: string
  /** Length of the file. */
  bytes: number
}

/** Name of what is kept of a file, good on every system. A commit's hash is of one history, whatever its repository is called now: a rename keeps the key. */
export function keyOf({ commit, path }: Pick<RemoteFile, 'commit' | 'path'>): string {
  return createHash('sha256').update(`${commit}\n${path}`).digest('hex').slice(0, 32)
}
