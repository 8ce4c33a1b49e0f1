import type { Grouping } from '#record'

/** Names a group: examples with equal keys are of one. Null where an example is of none. */
export type GroupKey = string | number | null

/**
 * An example that may leave, as far as choosing and dividing look at it. A key that a plan does not ask for may be null throughout; what the mixture
 * counts by is the text its shares name, and so is `repo` where splits are by repository.
 */
export interface Candidate extends Readonly<Record<Grouping, GroupKey>> {
  readonly id: string
  /** What made it leave, as one text: content, verdict, decision, edits. */
  readonly state: string
  /** `task_key`, `issue_hash`, `issue_group`, `patch_hash` and `patch_group` of docs/duplicates.md. */
  readonly task: GroupKey
  readonly issue: GroupKey
  readonly issueGroup: GroupKey
  readonly patch: GroupKey
  readonly patchGroup: GroupKey
  /** Of its task: ISO 8601 UTC, whose order is that of time. */
  readonly time: string | null
}

/** One row that may leave: an example, or a pair with the chosen one first. Caps, shares and selection look at the first. */
export interface PlanUnit {
  readonly one: Candidate
  readonly other: Candidate | null
}

/** What a unit is called where chance decides. */
export function nameOf({ one, other }: PlanUnit): string {
  return other === null ? one.id : `${one.id}\n${other.id}`
}

/** Its one or two examples. */
export function examplesOf({ one, other }: PlanUnit): readonly Candidate[] {
  return other === null ? [one] : [one, other]
}
