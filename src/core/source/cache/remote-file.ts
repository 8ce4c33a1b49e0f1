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

/** Paths of files longer than this are on no system. */
const MOST_PATH = 4096

/** Whether a repository can hold a file of that path: one that becomes part of addresses and of names on the screen may come from anybody. */
export function isRemotePath(path: unknown): path is string {
  if (typeof path !== 'string' || path.length > MOST_PATH || !path.isWellFormed()) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** Name of what is kept of a file, good on every system. A commit's hash is of one history, whatever its repository is called now: a rename keeps the key. */
export function keyOf({ commit, path }: Pick<RemoteFile, 'commit' | 'path'>): string {
  return createHash('sha256').update(`${commit}\n${path}`).digest('hex').slice(0, 32)
}
