/**
 * Decided examples leave. A *target* is a trainer's format; an export of it is a folder with the target's files and the *manifest*, which says
 * where every example came from, who decided, and what each file's bytes are. What leaves is the *outcome* keep: decision, else verdict.
 */
export { countPeople, OverrideCount } from './card/count-people.ts'
export { licenceOf } from './card/known-licences.ts'
export { exportWarnings } from './export-warnings.ts'
export type { Override } from './manifest.ts'
export { type PackedRows, type PackRows, packRows } from './parquet/pack-rows.ts'
export type { Candidate, PlanUnit } from './plan/candidate.ts'
export { chooseUnits } from './plan/choose-units.ts'
export type { Chosen, ChosenUnit, SplitTable } from './plan/chosen.ts'
export { effectivePlan } from './plan/effective-plan.ts'
export type { Stages } from './plan/stages.ts'
export type { ChoiceStep } from './plan/step-words.ts'
export { type DecisionSheetInput, decisionSheet } from './report/decision-sheet.ts'
export { exampleReport } from './report/example-report.ts'
export { runExport } from './run-export.ts'
export { addToTally, type ExportTally, emptyTally, isOverride, tallyEdits } from './tally.ts'
export type { ParquetColumn } from './targets/target-format.ts'
export { EXPORT_TARGETS, targetOf } from './targets.ts'
export { makeTemplate } from './template/make-template.ts'
export { readTemplate } from './template/read-template.ts'
export { type TemplateText, templateId } from './template/template-text.ts'
export { type LoadedExample, type MadeRow, makeRow, type RowMaker } from './threads/make-row.ts'
export { unitsOf } from './threads/units-of.ts'
export { tokenizerWarning } from './trainer/tokenizer-warning.ts'
export { trainerView } from './trainer/trainer-view.ts'
export type {
  ExportEvent,
  ExportOptions,
  ExportResult,
  ExportTargetInfo,
  MadeUnit,
  MakeRows,
  ManifestFacts,
  OpenFile,
  OpenFileForWriting,
  WantedUnit,
} from './types.ts'
export type { IndexLine } from './verify/index-line.ts'
export { Problems, type VerifyProblem } from './verify/problems.ts'
export { type VerifiedFolder, verifyFolder } from './verify/verify-folder.ts'
export { type AnalysisCsvOptions, writeAnalysisCsv } from './write-analysis-csv.ts'
