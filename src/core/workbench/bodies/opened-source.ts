import { fault, type SourceRef } from '#record'
import type { OpenedSource, SourceFile } from '#source'
import type { StoredSource } from '#store'
import type { Session } from '../session.ts'

/**
 * The source of a row at the row's own revision, opened once a session; without a request when the workspace knows the files of that revision.
 * @throws Fault `not-found` when the row can come from nowhere: its source is gone, or was a local one; otherwise as the Hub's `open`
 */
export function openedSource(session: Session, ref: SourceRef): Promise<OpenedSource> {
  const { opened } = session.fetching
  const source = session.workspace.record.sources().find(({ id }) => id === ref.sourceId)
  const key = JSON.stringify([ref.sourceId, ref.uri, ref.revision, source?.columnMap])
  const known = opened.get(key)
  if (known) return known
  const opening = reopen(session, ref, source)
  opened.set(key, opening)
  opening.catch(() => opened.delete(key))
  return opening
}

/** The file of a row among those of its source. @throws Fault `not-found` when it is there no longer */
export function fileOf({ uri, files }: OpenedSource, { file }: SourceRef): SourceFile {
  const found = files.find(({ path }) => path === file)
  if (found) return found
  throw fault('not-found', `${file} is no longer among the files of ${uri}.`, { culprit: file, remedy: 'Add the source again.' })
}

async function reopen(session: Session, { sourceId, revision, uri, file }: SourceRef, source?: StoredSource): Promise<OpenedSource> {
  const { hub, workspace, closing } = session
  if (source?.kind !== 'hub' || revision === null) {
    throw fault('not-found', `The row is not stored any more, and ${uri} cannot be asked for it again.`, {
      culprit: file,
      remedy: 'Add the source again.',
    })
  }
  const known = source.revision === revision ? { revision, files: workspace.record.listing(sourceId) } : null
  return hub.open(source.uri, { sourceId, revision, known, map: source.columnMap, signal: closing.signal })
}
