import type { Fault } from '#record'

/** Where a push goes, as it is now. */
export interface PushPlace {
  /** `OWNER/NAME`, as the Hub calls it now. */
  repo: string
  branch: string
  /** The page of the dataset. */
  url: string
  /** Who the token belongs to; null without one that is accepted. */
  user: string | null
  exists: boolean
  /** Null where there is none yet. */
  isPrivate: boolean | null
  /** The branch's newest commit; null when the branch, or the repository, has to be made. */
  head: string | null
  /** What the branch holds: the LFS sha256, else the git blob, by path. */
  files: ReadonlyMap<string, string>
  /** The text of its `manifest.json`; null without one. */
  manifest: string | null
  /** Why nothing can be pushed here with this token. */
  refusals: Fault[]
  /** What a person should know, each a sentence. */
  notes: string[]
}

/** A file that leaves. */
export interface PushFile {
  /** In the repository. */
  path: string
  /** Absolute, on this machine. */
  from: string
  bytes: number
  sha256: string
  /** The id git would give it: what a listing says of a file that is not in LFS. */
  blob: string
}

/** What a commit does. */
export interface PushJob {
  place: PushPlace
  /** All the branch shall hold of ours, those it has already too. */
  files: readonly PushFile[]
  /** Paths that go. */
  removed: readonly string[]
  /** How a repository is made that is not there. */
  isPrivate: boolean
  message: string
}

/** How far a push is, in bytes of files. */
export interface PushProgress {
  phase: 'sending' | 'committing'
  done: number
  total: number
  file: string
}

/** What came of it. */
export interface PushDone {
  /** Of the branch, as it is now. */
  commit: string
  url: string
  /** Written by the commit. */
  files: number
  bytesSent: number
  isPrivate: boolean
}

/** True when the place holds the very bytes under that path. */
export function isThere({ files }: Pick<PushPlace, 'files'>, { path, sha256, blob }: PushFile): boolean {
  const etag = files.get(path)
  return etag === sha256 || etag === blob
}
