import { fault } from '#record'
import type { ColumnMap } from '#source'
import type { StoredSource } from '#store'

/**
 * The column map to read a source with: the one given, else the one remembered.
 * @throws Fault `bad-input` when rows were already read by another map: one source would hold rows read in two ways
 */
export function columnMapFor(stored: StoredSource | undefined, given: ColumnMap | undefined): ColumnMap | null {
  const before = stored?.columnMap ?? null
  const now = given && Object.keys(given).length > 0 ? given : null
  if (given === undefined || sameMap(before, now)) return before
  if (!stored || stored.examples === 0) return now
  throw fault('bad-input', `${stored.uri} was read ${said(before)}, not ${said(now)}.`, {
    culprit: '--map',
    remedy: 'Leave --map out to go on as before, or remove the source and add it again with the new one; decisions stay in the ledger.',
  })
}

function sameMap(a: ColumnMap | null, b: ColumnMap | null): boolean {
  return said(a) === said(b)
}

function said(map: ColumnMap | null): string {
  const pairs = Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return pairs.length === 0
    ? 'with its columns as they are called'
    : `with ${pairs.map(([name, column]) => `${name}=${column}`).join(', ')}`
}
