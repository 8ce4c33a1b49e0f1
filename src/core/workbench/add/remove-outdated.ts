import type { Adding } from './adding.ts'
import { counted } from './counted.ts'
import { examplesWithEntries } from './decided-examples.ts'

/**
 * Once every row of a source is stored or indexed at its revision, examples it no longer has are removed; those a person said something about stay,
 * with the revision they were at, and so do those of files that gave up.
 */
export async function removeOutdated({ desk, opened, sourceId, failed, notes }: Adding): Promise<void> {
  const { workspace, examples } = desk.session
  const source = workspace.record.findSource(opened.uri)
  if (!source?.isComplete && !source?.isIndexed) return
  const outdated = workspace.record.outdated(sourceId).filter(({ ref }) => !failed.has(ref.file))
  const kept = examplesWithEntries(desk.session)
  const gone = outdated.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (gone.length > 0) {
    workspace.record.removeExamples(gone)
    await workspace.analysis.removeExamples(gone)
    for (const id of gone) examples.forget(id)
    notes.push(`${counted(gone.length, 'example')} that ${opened.uri} no longer has ${gone.length === 1 ? 'was' : 'were'} removed.`)
  }
  const left = outdated.length - gone.length
  if (left > 0)
    notes.push(
      `${counted(left, 'decided example')} that ${opened.uri} no longer has ${left === 1 ? 'stays' : 'stay'} as ${left === 1 ? 'it was' : 'they were'}.`,
    )
}
