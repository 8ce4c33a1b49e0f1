import type { Decision } from '#record'

/** A reason a person can give with one key. */
export interface ReviewReason {
  /** What the ledger stores; never renamed, because old entries hold it. */
  code: string
  label: string
  /** The digit that picks it. */
  key: string
  /** The decision it explains. */
  decision: Decision
}

const FOR_ACCEPT: readonly [string, string][] = [
  ['good-run', 'Good run all the same'],
  ['limit-too-strict', 'The limit is too strict here'],
  ['label-wrong', 'The label is wrong or missing'],
  ['rare-case', 'Rare language or task'],
  ['good-method', 'Teaches a good method, though it failed'],
]

const FOR_REJECT: readonly [string, string][] = [
  ['wrong-fix', 'Wrong fix'],
  ['incomplete', 'Incomplete'],
  ['tests-edited', 'Edits the tests'],
  ['history-peeked', 'Peeks at the history'],
  ['reward-hack', 'Games the tests'],
  ['too-long', 'Too long or circular'],
  ['low-quality', 'Low quality'],
  ['duplicate', 'Duplicate'],
]

const OTHER: [string, string] = ['other', 'Other (say in a note)']

function numbered(decision: Decision, reasons: readonly [string, string][]): ReviewReason[] {
  return [...reasons, OTHER].map(([code, label], i) => ({ code, label, key: String(i + 1), decision }))
}

/** Reasons offered for a decision, in key order. Codes outside this list are allowed in the ledger: teams have their own. */
export const REASONS: readonly ReviewReason[] = [...numbered('accept', FOR_ACCEPT), ...numbered('reject', FOR_REJECT)]
