import type { Fault } from '#record'
import type { SourceFile } from '#source'
import { NO_PROGRESS } from '../bodies/store-rows.ts'
import type { Adding } from './adding.ts'

/** Lists a file that gave up as rejected, so that the others go on and nobody misses it; it is tried again by the next add. */
export function fileFailed(adding: Adding, { path }: SourceFile, { message, remedy }: Pick<Fault, 'message' | 'remedy'>): void {
  const { desk, opened, sourceId, revision, failed, progress } = adding
  if (failed.has(path)) return
  failed.add(path)
  progress.rejected += 1
  const ref = { sourceId, uri: opened.uri, revision, file: path, row: -1 }
  const reason = [message, remedy].filter(Boolean).join(' ')
  desk.session.workspace.record.putRows(sourceId, NO_PROGRESS, [], [{ kind: 'unreadable', ref, reason }])
}
