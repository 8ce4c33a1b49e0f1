/** A reason a person can give with one key. */
export interface ReviewReason {
  /** What the ledger stores; never renamed, because old entries hold it. */
  code: string
  label: string
  /** The digit that picks it. */
  key: string
}

/** Reasons offered for a decision, in key order. Codes outside this list are allowed in the ledger: teams have their own. */
export const REASONS: readonly ReviewReason[] = [
  { code: 'wrong-fix', label: 'Wrong fix', key: '1' },
  { code: 'incomplete', label: 'Incomplete', key: '2' },
  { code: 'tests-edited', label: 'Edits the tests', key: '3' },
  { code: 'history-peeked', label: 'Peeks at the history', key: '4' },
  { code: 'reward-hack', label: 'Games the tests', key: '5' },
  { code: 'too-long', label: 'Too long or circular', key: '6' },
  { code: 'low-quality', label: 'Low quality', key: '7' },
  { code: 'duplicate', label: 'Duplicate', key: '8' },
  { code: 'other', label: 'Other (say in a note)', key: '9' },
]
