import type { Selection } from './selection.ts'

/** The trainers' formats, in the order the screens offer them; docs/export.md has one section each. */
export const TARGET_IDS = [
  'trl',
  'axolotl',
  'llamafactory',
  'openai',
  'chatml',
  'pretokenized',
  'preference',
  'parquet',
  'sts',
  'tutorial',
] as const

/** See {@link TARGET_IDS}. */
export type TargetId = (typeof TARGET_IDS)[number]

/** What examples are counted by for caps and shares. */
export const GROUPINGS = ['instance', 'repo', 'language', 'harness', 'model', 'category'] as const

/** See {@link GROUPINGS}. */
export type Grouping = (typeof GROUPINGS)[number]

/** Which examples leave: those of the outcome that are selected, then of these what caps, shares and the limit let through. */
export interface ExportChoice {
  selection: Selection
  /** Only examples of this queue; null for all. */
  queue: string | null
  /** `keep`: decision ?? verdict is keep. `accepted`: a person accepted it. */
  outcome: 'keep' | 'accepted'
  /** At most `most` examples of each group. */
  caps: { per: Grouping; most: number }[]
  /** Target shares of what leaves, by value; they add up to 1, and values that are not named leave nothing. Null leaves the mixture as it is. */
  mixture: { by: Grouping; shares: Record<string, number> } | null
  /** At most so many in all; null for all. */
  limit: number | null
  /** Which of equals stay: the same seed and state choose the same. */
  seed: number
}

/** The parts an export is divided into, in order. */
export const SPLITS = ['train', 'validation', 'test'] as const

/** See {@link SPLITS}. */
export type Split = (typeof SPLITS)[number]

/** How examples are divided. Whole groups go to one split, so that none of a group leaks into another. */
export interface SplitPlan {
  /** By repository, or by the time of the row's task, newest in `test`. */
  by: 'repo' | 'time'
  /** Of the examples; they add up to 1. */
  shares: Record<Split, number>
  seed: number
}

/** What happens where a format or a template cannot say what the example has. Each example touched is listed in the export. */
export interface ExportPolicies {
  /** Reasoning a format has no field for, or that a template drops: left as it is (and told), put in front of the content in `<think>` tags, or dropped. */
  reasoning: 'as-is' | 'into-content' | 'drop'
  /** Turns that are context only where the format cannot say so: leave the example out, take it whole and tell, or refuse the export. */
  masks: 'leave-out' | 'take-whole' | 'refuse'
  /** Examples longer than the context length: take them and tell, leave them out, or cut them after the last whole step that fits. */
  overlong: 'take' | 'leave-out' | 'cut'
  /** Examples of which a marker check finds something lost: take them and tell, leave them out, or refuse the export. */
  lost: 'take' | 'leave-out' | 'refuse'
}

/** How a target writes. */
export interface TargetOptions {
  /** How arguments of calls are written: as the target and the template need them, as an object, or as a JSON string. */
  arguments: 'as-needed' | 'object' | 'string'
  /** Tokens the trainer reads of a row; goes into the starter config. Null: the longest example that leaves sets it. */
  contextLength: number | null
  /** Id of a chat template taken into the workspace; null where the target needs none. */
  template: string | null
  /** The gold diff leaves too. */
  withReferencePatch: boolean
  /** Text targets also write a Parquet twin, whose columns are the same whatever the rows hold. */
  withParquet: boolean
}

/** Everything that decides the bytes of an export, besides the workspace's state. */
export interface ExportPlan {
  target: TargetId
  choice: ExportChoice
  splits: SplitPlan | null
  policies: ExportPolicies
  options: TargetOptions
}

/** What happens where a plan names no policy. */
export const DEFAULT_POLICIES: ExportPolicies = { reasoning: 'as-is', masks: 'take-whole', overlong: 'take', lost: 'take' }

/** How a target writes where a plan does not say. */
export const DEFAULT_OPTIONS: TargetOptions = {
  arguments: 'as-needed',
  contextLength: null,
  template: null,
  withReferencePatch: false,
  withParquet: false,
}
