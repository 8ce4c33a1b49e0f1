import type { FakeCommit, FakeRepo } from './types.ts'

/** A place in a repository that a request names. */
export interface RepoPlace {
  repo: FakeRepo
  commit: FakeCommit
  /** As it was asked for. */
  revision: string
  /** `''` for the whole repository. */
  path: string
}
