import type { Split } from '#record'

/** One row that is to leave: an example, or a pair with the chosen one first. */
export interface ChosenUnit {
  ids: readonly [string] | readonly [chosen: string, rejected: string]
  split: Split | null
}

/** What a plan lets leave, and how it came to that. */
export interface Chosen {
  /** In the order of ids. */
  units: ChosenUnit[]
  /** sha256, hex, over the units, the plan and the outcome's reasons; see docs/export.md. */
  hash: string
  /** From the outcome to what leaves, step by step. */
  steps: { step: string; before: number; after: number }[]
  mixture: { value: string; examples: number; share: number; wanted: number }[]
  splits: SplitTable | null
  /** What a person should know of the choice, each a sentence with its numbers. */
  warnings: string[]
}

/** How examples were divided, and what would have been in two splits. */
export interface SplitTable {
  rows: { split: Split; examples: number; groups: number; share: number }[]
  /** Examples without a time, where splits are by time. */
  without: number
  /** Groups that had to be put into one split. */
  joined: { by: 'instance' | 'patch' | 'duplicates'; groups: number }[]
  /** What still is in two splits, `key` being the id of the first example that has it; empty unless something is wrong. */
  leaks: { by: 'instance' | 'patch' | 'duplicates'; key: string; splits: Split[]; examples: number }[]
}
