/** How often people answered against the recipe, of the decided examples with a verdict. */
export interface OverrideRate {
  decided: number
  against: number
  /** against / decided, to four places; null of none. */
  rate: number | null
}

/** What people decided, over the whole ledger of an export. */
export interface PeopleFacts {
  /** Examples with a standing decision, and those in dispute. */
  accepted: number
  rejected: number
  disputed: number
  /** Standing opinions and all entries of each, by name. */
  byReviewer: { reviewer: string; accepted: number; rejected: number; entries: number }[]
  /** Standing opinions by their reason; null where none was given. */
  byReason: { reason: string | null; accepted: number; rejected: number }[]
  /** Of the recipe by people. By rule: of the examples that rule dropped, those accepted. */
  overrides: OverrideRate & { byRule: (OverrideRate & { rule: string })[]; byReviewer: (OverrideRate & { reviewer: string })[] }
}
