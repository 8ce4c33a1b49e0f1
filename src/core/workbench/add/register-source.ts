import { NO_PROGRESS } from '../bodies/store-rows.ts'
import type { Desk } from '../desk.ts'
import type { Opening } from './open-for-add.ts'

/**
 * Remembers a source with its whole listing, before anything of it is read: it is complete only when every file is. Returns its id in the
 * workspace.
 */
export function registerSource(desk: Desk, { whole, map }: Opening): string {
  const { record } = desk.session.workspace
  const { uri, kind, revision } = whole
  const { id } = record.addSource({ uri, kind, revision }, desk.now().toISOString())
  record.setColumnMap(id, map)
  record.putListing(id, whole.files)
  const rejections = whole.rejections.map((one) => ({ ...one, ref: { ...one.ref, sourceId: id } }))
  record.putRows(id, NO_PROGRESS, [], rejections)
  return id
}
