import { fault, type SourceRef } from '#record'
import type { OpenedSource } from '#source'
import type { Session } from '../session.ts'

/**
 * The source of a row at the row's own revision, opened once a session; without a request when the workspace knows the files of that revision.
 * @throws Fault `not-found` when the row can come from nowhere: its source is gone, or was a local one; otherwise as the Hub's `open`
 */
export function openedSource(session: Session, ref: SourceRef): Promise<OpenedSource> {
  const { opened } = session.fetching
  const key = `${ref.sourceId}@${ref.revision}`
  const known = opened.get(key)
  if (known) return known
  const opening = reopen(session, ref)
  opened.set(key, opening)
  opening.catch(() => opened.delete(key))
  return opening
}

async function reopen({ hub, workspace, closing }: Session, { sourceId, revision, uri, file }: SourceRef): Promise<OpenedSource> {
  const { record } = workspace
  const source = record.sources().find(({ id }) => id === sourceId)
  if (source?.kind !== 'hub' || revision === null) {
    throw fault('not-found', `The row is not stored any more, and ${uri} cannot be asked for it again.`, {
      culprit: file,
      remedy: 'Add the source again.',
    })
  }
  const known = source.revision === revision ? { revision, files: record.listing(sourceId) } : null
  return hub.open(source.uri, { sourceId, revision, known, map: source.columnMap, signal: closing.signal })
}
