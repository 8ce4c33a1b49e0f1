import { setImmediate } from 'node:timers/promises'
import type { Session } from '../session.ts'
import type { Adding } from './adding.ts'
import { counted } from './counted.ts'
import { examplesWithEntries } from './decided-examples.ts'

/**
 * Once every row of a source is stored or indexed at its revision, examples it no longer has are removed; those a person said something about stay,
 * with the revision they were at, and so do those of files that gave up. File by file: half a million at once would hold everybody up.
 */
export async function removeOutdated({ desk, opened, sourceId, failed, notes, signal }: Adding): Promise<void> {
  const { record } = desk.session.workspace
  const source = record.findSource(opened.uri)
  if (!source?.isComplete && !source?.isIndexed) return
  const kept = examplesWithEntries(desk.session)
  const sums = { gone: 0, left: 0 }
  for (const path of record.outdatedFiles(sourceId).filter((one) => !failed.has(one))) {
    signal.throwIfAborted()
    const ids = record.outdated(sourceId, path).map(({ id }) => id)
    const gone = ids.filter((id) => !kept.has(id))
    await remove(desk.session, gone)
    sums.gone += gone.length
    sums.left += ids.length - gone.length
  }
  notes.push(...notesOf(opened.uri, sums))
}

async function remove({ workspace, examples, exclusiveVerdicts }: Session, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await exclusiveVerdicts(async () => {
    workspace.record.removeExamples(ids)
    await workspace.analysis.removeExamples(ids)
  })
  for (const id of ids) examples.forget(id)
  await setImmediate()
}

function notesOf(uri: string, { gone, left }: { gone: number; left: number }): string[] {
  const removed = `${counted(gone, 'example')} that ${uri} no longer has ${gone === 1 ? 'was' : 'were'} removed.`
  const [stays, as] = left === 1 ? ['stays', 'it was'] : ['stay', 'they were']
  const stayed = `${counted(left, 'decided example')} that ${uri} no longer has ${stays} as ${as}.`
  return [...(gone > 0 ? [removed] : []), ...(left > 0 ? [stayed] : [])]
}
