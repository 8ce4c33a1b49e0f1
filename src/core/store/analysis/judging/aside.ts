/** Table verdicts are made in: `place` is a row's rowid, good within one transaction; `failed` and `faults` are masks of the plan's steps. */
export const ASIDE = 'judged'
