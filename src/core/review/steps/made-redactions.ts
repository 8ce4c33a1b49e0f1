import type { LedgerEntry, Redaction } from '#record'
import { redactionOf } from '../entry-value.ts'
import { overlaps } from './step-change.ts'

/**
 * The redactions entries ever made that share text with this one, each place once. Redactions that overlap are shown as one; taking that one back takes
 * back each as it was made.
 */
export function madeRedactions(entries: readonly LedgerEntry[], shown: Redaction): Redaction[] {
  const made = entries.filter(({ kind }) => kind === 'redact').map(redactionOf)
  const apart = new Map(made.filter((one) => overlaps(one, shown)).map((one) => [JSON.stringify(one.at), one]))
  return [...apart.values()]
}
