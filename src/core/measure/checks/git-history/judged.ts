import type { Certainty } from '#record'
import type { Tier } from './attempt.ts'

/** What a command can reach: an attempt before its place is known. */
export interface Judged {
  verb: string
  tier: Tier
  reach: string
  certainty: Certainty
  revisions: string[]
}

/** What a run knows of itself when it issues a command. */
export interface Knowledge {
  /** `owner/name` in lower case; null when the row does not say. */
  repo: string | null
  /** True for a commit, branch or tag that is the base, an ancestor the run was shown, or the run's own. */
  isOwn(revision: string): boolean
  /** True for a file or folder of the repository, as far as the run named it. */
  isPath(word: string): boolean
  /** True for a folder with a repository the run made itself. */
  isOwnFolder(path: string): boolean
  /** The run put work on the stash itself. */
  hasStash: boolean
}

/** A judgement with the certainty that fits most. */
export function judged(verb: string, tier: Tier, reach: string, revisions: string[] = [], certainty: Certainty = 'certain'): Judged {
  return { verb, tier, reach, certainty, revisions }
}
