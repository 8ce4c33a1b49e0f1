import type { LedgerEntry, Redaction } from '#record'
import { redactionOf } from '../entry-value.ts'
import { overlaps } from './step-change.ts'

/**
 * The redactions entries ever made that share text with one of these, each place once. Redactions that overlap are shown as one; taking that one back
 * takes back each as it was made.
 */
export function madeRedactions(entries: readonly LedgerEntry[], shown: readonly Redaction[]): Redaction[] {
  const made = entries.filter(({ kind }) => kind === 'redact').map(redactionOf)
  const apart = new Map(made.filter((one) => shown.some((other) => overlaps(one, other))).map((one) => [JSON.stringify(one.at), one]))
  return [...apart.values()]
}
