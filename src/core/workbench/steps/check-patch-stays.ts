import { parsePatch } from '#parse'
import { type Example, type ExampleEdits, fault } from '#record'
import { applyEdits, redactionsAfter, type StepChange } from '#review'

/**
 * Refuses redactions after which the patch is read as another one: with other files, or other lines.
 * @throws Fault `bad-input`
 */
export function checkPatchStays(example: Example, standing: ExampleEdits, changes: readonly StepChange[]): void {
  const isAboutPatch = changes.some((change) => change.kind === 'redact' && change.redaction.at.field === 'patch')
  if (!isAboutPatch || example.patch === null) return
  const current = standing.contentHash === example.contentHash ? standing : { ...standing, redactions: [] }
  const edits = { masked: [], cutAfter: null, redactions: redactionsAfter(current, changes), contentHash: example.contentHash }
  const after = applyEdits(example, edits).example.patch ?? ''
  if (shapeOf(example.patch) === shapeOf(after)) return
  throw fault('bad-input', `Example ${example.id}, patch: it would be no diff of the same lines any more.`, {
    culprit: example.id,
    remedy: 'Redact text inside its lines, not the headers that count them.',
  })
}

/** What of a patch a redaction leaves: files and how many lines each adds and deletes, line by line of each hunk, and what could not be read. */
function shapeOf(text: string): string {
  const { files, problems } = parsePatch(text)
  const shapes = files.map(({ status, additions, deletions, hunks }) => [
    status,
    additions,
    deletions,
    hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => [
      oldStart,
      oldLines,
      newStart,
      newLines,
      lines.map(({ kind }) => kind),
    ]),
  ])
  return JSON.stringify([shapes, problems.length])
}
