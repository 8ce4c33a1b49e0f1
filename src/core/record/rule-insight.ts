import type { Share } from './stats.ts'

/** What is known of one step of the recipe in force on the rows of the workspace. */
export interface RuleInsight {
  key: string
  /** Measured examples that fail the step. */
  failing: number
  /** Of those, decided by a person. */
  decided: number
  /** Of those, accepted: the person kept what this step drops. */
  overridden: number
  /** Precision so far: of the decided ones, the share that was rejected. */
  precision: Share
  /** Where it strikes: by value, most failing first, `of` being all measured examples with that value. */
  byLanguage: { key: string; failing: number; of: number }[]
  byHarness: { key: string; failing: number; of: number }[]
  /** A few of them, with what the step says: undecided ones first, then by id. */
  examples: { id: string; instanceId: string | null; repo: string | null; text: string; decision: 'accept' | 'reject' | null }[]
}
