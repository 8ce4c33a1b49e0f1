import type { Certainty, TextPlace } from '#record'

/**
 * What a command can reach, from the least to the most: `safe` nothing the run should not see, `unknown` cannot be told (a word was not resolved),
 * `restricted` revisions beside HEAD, its ancestors, the base and the run's own, `network` the task's own repository or package elsewhere, `banned`
 * history that only serves to find what is hidden.
 */
export const TIERS = ['safe', 'unknown', 'restricted', 'network', 'banned'] as const

/** See {@link TIERS}. */
export type Tier = (typeof TIERS)[number]

/** A git command, a network command towards the task's own repository, or a read of git's own files, as one run issued it. */
export interface Attempt {
  messageIndex: number
  callIndex: number
  /** The command as the row has it: inside the call's arguments text, for calls written as text inside the message's content. */
  at: TextPlace
  /** The simple command behind all wrappers, its words resolved and joined by spaces; `…` stands for what could not be resolved. */
  command: string
  /** `log`, `show`, `curl`; of git its subcommand. */
  verb: string
  tier: Tier
  /** One sentence: what it can reach, or why it is safe. */
  reach: string
  certainty: Certainty
  /** Revisions it names, ranges taken apart; empty where it means HEAD without saying so. */
  revisions: string[]
}

/** A script that could not be parsed, or not to its end. */
export interface UnparsedScript {
  messageIndex: number
  callIndex: number
  /** `syntax`, `too long`, `too costly`. */
  kind: string
  /** The parser's words, or the limit met. */
  reason: string
}

/** What a run's shell commands reach for, in order. */
export interface Attempts {
  /** Every git and network command with its tier, also safe ones. */
  attempts: Attempt[]
  /** The same of calls the harness refused to run: they are no attempts. */
  refused: Attempt[]
  unparsed: UnparsedScript[]
}
