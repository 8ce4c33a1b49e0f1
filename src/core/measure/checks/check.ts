import type { Evidence, MeasureInfo, Measurement, TallyEntry } from '#record'
import type { Subject } from '../types.ts'

/** A number a check makes of its evidence: a column like any other. */
export interface CheckMeasure extends Omit<MeasureInfo, 'version' | 'check' | 'type'> {
  type: Exclude<MeasureInfo['type'], 'tally'>
  compute(evidence: readonly Evidence[], subject: Subject): Exclude<Measurement, TallyEntry[]>
}

/**
 * Looks through a run for one sort of trouble. What it finds is evidence with its place; its measures are counted from that evidence, so that the
 * numbers rules read and the places people see can never disagree. Beside them every check has a measure `<id>_fault` (dashes as underscores): why it
 * did not come to an end on an example, else null.
 */
export interface Check {
  /** `git-history`. */
  id: string
  /** Raised whenever it may find something else; the version of all its measures. */
  version: number
  title: string
  /** Kinds of evidence it gives, each with a sentence for people. */
  kinds: Readonly<Record<string, string>>
  measures: readonly CheckMeasure[]
  /** In the order of the run. May throw: that is a fault of this check on this example, and no other's. */
  find(subject: Subject): Evidence[]
}
