import type { Example } from './example.ts'
import type { MeasureValues } from './measure-value.ts'
import type { Decision, Outcome, Verdict } from './review.ts'

/** What of an Example is small enough for every table. */
type SmallColumns =
  | 'id'
  | 'shape'
  | 'instanceId'
  | 'trajectoryId'
  | 'repo'
  | 'license'
  | 'language'
  | 'harness'
  | 'model'
  | 'teacherModel'
  | 'resolved'
  | 'category'

/** The small columns of an example: all that a table, a facet or a rule over measures needs. */
export interface ExampleIndex extends Pick<Example, SmallColumns> {
  sourceId: string
  file: string
  row: number
  hfDataset: string | null
  /** sha256 of the row as canonical JSON; '' while the row is only indexed, for then nobody has seen it whole. */
  contentHash: string
}

/** Why the recipe dropped an example: the step's rule and a sentence with the numbers. */
export interface Reason {
  rule: string
  text: string
  /** True when the rule could not be asked: a check it needs did not come to an end on this example. */
  isFault?: boolean | undefined
}

/** One line of the table: index, measures, and where the example stands. */
export interface ExampleRow extends ExampleIndex {
  /** Empty until measured. */
  values: MeasureValues
  isMeasured: boolean
  /** Null until a recipe has been applied. */
  verdict: Verdict | null
  reasons: Reason[]
  decision: Decision | null
  decisionReason: string | null
  note: string | null
  reviewer: string | null
  /** `decision ?? verdict`; null when neither spoke. */
  outcome: Outcome | null
  /** The decision was about other bytes than the row has now. */
  isStale: boolean
  /** Everybody whose opinion stands. */
  decidedBy: string[]
  /** Standing opinions differ: then `decision` is null. */
  isDisputed: boolean
  tags: string[]
  isFlagged: boolean
  /** Messages that are context only. */
  maskedMessages: number
  isCut: boolean
  redactions: number
}
