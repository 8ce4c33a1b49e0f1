import type { ExampleRow, Reason } from '#record'
import type { Expression } from './types.ts'

/** What comes first where only some of a group may stay. Examples without the value come last. */
export interface Preference {
  /** An index column or a measure. */
  column: string
  order: 'most' | 'least'
}

/** What every step has. */
interface JudgedStep {
  /** See `FunnelStep.key`. */
  key: string
  /** Measures `<check>_fault` of the checks it reads: an example with one of them fails the step as a fault. */
  faults: readonly string[]
}

/** Fails examples for which a condition holds. */
export interface DropStep extends JudgedStep {
  kind: 'drop'
  when: Expression
}

/** Keeps so many of each group, of those that no `drop` step fails. Examples without a group are each their own. */
export interface ChooseStep extends JudgedStep {
  kind: 'choose'
  /** Column whose value makes the group: `instance_id`, `repo`, `patch_hash`, `issue_group`. */
  per: string
  most: number
  /** In this order; then by a seeded hash of the id. */
  prefer: readonly Preference[]
  seed: number
}

/** Keeps so many of a value that none has more than its share of what stays, of those that no `drop` step fails. */
export interface ShareStep extends JudgedStep {
  kind: 'share'
  /** `language`. */
  of: string
  /** From 0 (excluded) to 1. */
  most: number
  /** Values it holds down; null for every one. */
  only: readonly string[] | null
  seed: number
}

/** A step as the store judges by it. */
export type JudgeStep = DropStep | ChooseStep | ShareStep

/**
 * A recipe ready to be judged by, enabled steps in the recipe's order. `drop` steps are asked first, then `choose` steps and then `share` steps, each on what
 * those before left; among themselves these go by what they do (their columns and numbers), not by their place: so the order of a recipe's steps
 * decides on which of them an example is booked, never whether it stays.
 */
export interface JudgePlan {
  /** The recipe's hash: with the same one, verdicts are the same. */
  hash: string
  steps: readonly JudgeStep[]
}

/** How many measured examples fail exactly these steps. */
export interface FailedCount {
  /** Places of the steps in the plan, ascending; empty for those that are kept. */
  failed: readonly number[]
  /** Those of them that fail as a fault. */
  faults: readonly number[]
  count: number
}

/** Says why an example fails steps of the recipe in force, in step order, from the values of its row. */
export type TellReasons = (row: ExampleRow, failed: readonly number[], faults: readonly number[]) => Reason[]
