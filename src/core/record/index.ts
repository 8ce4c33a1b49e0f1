/** The vocabulary every room speaks. This room imports nothing. */

export type { Agreement, PairAgreement } from './agreement.ts'
export { assertNever } from './assert-never.ts'
export { canonicalJson } from './canonical-json.ts'
export { DIMENSIONS, type Dimension, PERCENTILES } from './dimension.ts'
export { type Example, type Resolved, SHAPES, type Shape } from './example.ts'
export { type ExampleEdits, NO_EDITS, type Redaction } from './example-edits.ts'
export type { ExampleIndex, ExampleRow, Reason } from './example-row.ts'
export {
  DEFAULT_OPTIONS,
  DEFAULT_POLICIES,
  type ExportChoice,
  type ExportPlan,
  type ExportPolicies,
  GROUPINGS,
  type Grouping,
  SPLITS,
  type Split,
  type SplitPlan,
  TARGET_IDS,
  type TargetId,
  type TargetOptions,
} from './export-plan.ts'
export { FAULT_KINDS, type Fault, FaultError, type FaultKind, fault, toFault } from './fault.ts'
export {
  CERTAINTIES,
  type Certainty,
  type CheckFault,
  EVIDENCE_FIELDS,
  type Evidence,
  type EvidenceField,
  type EvidencePart,
  type Finding,
  type Findings,
  MOST_FINDINGS,
  QUOTE_UNITS,
  SEVERITIES,
  type Severity,
  type TextPlace,
} from './finding.ts'
export type { Funnel, FunnelStep } from './funnel.ts'
export { isJsonObject, type Json, type JsonObject } from './json.ts'
export {
  MEASURE_GROUPS,
  type MeasureGroup,
  type MeasureInfo,
  type Measurement,
  type Measurements,
  type MeasureType,
  type MeasureValue,
  type MeasureValues,
  TALLY_AMOUNTS,
  type TallyAmount,
  type TallyEntry,
} from './measure-value.ts'
export type { Call, CallAct, CallProtocol, EditChange, Message, ResultFacts, Step } from './message.ts'
export type { Hunk, Patch, PatchFile, PatchLine, PatchStatus } from './patch.ts'
export {
  MOST_QUEUED,
  QUEUE_ORDERS,
  type QueueDefinition,
  type QueueInfo,
  type QueueItem,
  type QueueOrder,
  type QueuePlace,
  type QueueProgress,
} from './queue.ts'
export type { RawRow } from './raw-row.ts'
export type { Rejection, RejectionKind } from './rejection.ts'
export {
  type Decision,
  ENTRY_KINDS,
  type EntryKind,
  type LedgerEntry,
  type Opinion,
  type Outcome,
  type Standing,
  type Verdict,
} from './review.ts'
export { NOTE_ABOUT, type NoteAbout, type RowNote } from './row-note.ts'
export type { RuleInsight } from './rule-insight.ts'
export {
  FACETS,
  FAILING_MODES,
  type FacetCount,
  type FacetId,
  type Facets,
  type Failing,
  type FailingMode,
  type Histogram,
  type Range,
  type Selection,
  type Sort,
} from './selection.ts'
export type { AlignedCall, Alignment, PreferencePair } from './sibling.ts'
export { SKETCH_LENGTH, SKETCH_LETTERS, sketchSimilarity } from './sketch.ts'
export type { RowHints, SourceRef } from './source-ref.ts'
export {
  type Axis,
  type Density,
  type Group,
  MOST_GROUPS,
  type Overview,
  type Rates,
  type Share,
  type StatsHistogram,
  type Summary,
  type SummaryCell,
  type TallySums,
  type Windows,
} from './stats.ts'
export {
  MARKER_CHECKS,
  type MarkerCheck,
  type MarkerCheckId,
  type TemplateInfo,
  type TextSpan,
  type TrainerTokens,
  type TrainerView,
} from './trainer-view.ts'
