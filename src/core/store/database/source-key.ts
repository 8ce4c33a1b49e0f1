import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { fault } from '#record'

/** `s12` for key 12. */
export const sourceIdOf = (key: number): string => `s${key}`

/** The key behind a source id; undefined when it is not one. */
export function sourceKeyOf(id: string): number | undefined {
  return /^s[1-9]\d{0,14}$/.test(id) ? Number(id.slice(1)) : undefined
}

/** What writing needs to know of a source. */
export interface SourceAtHand {
  key: number
  /** Encoded. */
  revision: string
  kind: string
}

/** @throws FaultError `not-found` */
export function sourceAtHand(db: DatabaseSyncInstance, id: string): SourceAtHand {
  const found = db.prepare('SELECT key, revision, kind FROM sources WHERE key = ?').get(sourceKeyOf(id) ?? null)
  if (found) return found as unknown as SourceAtHand
  throw fault('not-found', `There is no source ${id} in this workspace.`, { culprit: id, remedy: 'Add the source again.' })
}
