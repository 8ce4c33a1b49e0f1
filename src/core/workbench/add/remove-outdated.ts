import { setImmediate } from 'node:timers/promises'
import type { Session } from '../session.ts'
import type { Adding } from './adding.ts'
import { counted } from './counted.ts'
import { examplesWithEntries } from './decided-examples.ts'

/** Half a million at once would hold everybody up for seconds. */
const AT_A_TIME = 2_000

/**
 * Once every row of a source is stored or indexed at its revision, examples it no longer has are removed; those a person said something about stay,
 * with the revision they were at, and so do those of files that gave up.
 */
export async function removeOutdated({ desk, opened, sourceId, failed, notes, signal }: Adding): Promise<void> {
  const { workspace } = desk.session
  const source = workspace.record.findSource(opened.uri)
  if (!source?.isComplete && !source?.isIndexed) return
  const outdated = workspace.record.outdated(sourceId).filter(({ ref }) => !failed.has(ref.file))
  const kept = examplesWithEntries(desk.session)
  const gone = outdated.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (gone.length > 0) {
    for (let at = 0; at < gone.length; at += AT_A_TIME) {
      signal.throwIfAborted()
      await remove(desk.session, gone.slice(at, at + AT_A_TIME))
    }
    notes.push(`${counted(gone.length, 'example')} that ${opened.uri} no longer has ${gone.length === 1 ? 'was' : 'were'} removed.`)
  }
  const left = outdated.length - gone.length
  if (left > 0)
    notes.push(
      `${counted(left, 'decided example')} that ${opened.uri} no longer has ${left === 1 ? 'stays' : 'stay'} as ${left === 1 ? 'it was' : 'they were'}.`,
    )
}

async function remove({ workspace, examples, exclusiveVerdicts }: Session, ids: readonly string[]): Promise<void> {
  await exclusiveVerdicts(async () => {
    workspace.record.removeExamples(ids)
    await workspace.analysis.removeExamples(ids)
  })
  for (const id of ids) examples.forget(id)
  await setImmediate()
}
