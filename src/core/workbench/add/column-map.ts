import { problemOfMap } from '#parse'
import { fault } from '#record'
import type { ColumnMap } from '#source'
import type { StoredSource } from '#store'

/**
 * The column map to read a source with: the one given, else the one remembered.
 * @throws Fault `bad-input` for names no column can be read as, and when rows were already read by another map: one source would hold rows
 * read in two ways
 */
export function columnMapFor(stored: StoredSource | undefined, given: ColumnMap | undefined): ColumnMap | null {
  const before = stored?.columnMap ?? null
  if (given === undefined) return before
  const now = Object.keys(given).length > 0 ? given : null
  const problem = problemOfMap(given)
  if (problem) throw problem
  if (sameMap(before, now)) return before
  if (!stored || stored.examples === 0) return now
  throw fault('bad-input', `${stored.uri} was read ${said(before)}, not ${said(now)}.`, {
    culprit: '--map',
    remedy: 'Leave --map out to go on as before, or remove the source and add it again with the new one; decisions stay in the ledger.',
  })
}

/** True when two maps read columns alike. */
export function sameMap(one: ColumnMap | null, other: ColumnMap | null): boolean {
  return said(one) === said(other)
}

function said(map: ColumnMap | null): string {
  const pairs = Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return pairs.length === 0
    ? 'with its columns as they are called'
    : `with ${pairs.map(([name, column]) => `${name}=${column}`).join(', ')}`
}
