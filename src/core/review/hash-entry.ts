import { createHash } from 'node:crypto'
import type { LedgerEntry } from '#record'

/**
 * sha256 (hex) over the canonical JSON of every field but `hash`: keys sorted by UTF-16 unit, no white space. All fields are scalars, so sorting
 * one level is enough; a field that is not ours is hashed too, so that adding one shows.
 */
export function hashEntry(entry: Omit<LedgerEntry, 'hash'>): string {
  const fields = Object.entries(entry)
    .filter(([key]) => key !== 'hash')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(fields)))
    .digest('hex')
}
