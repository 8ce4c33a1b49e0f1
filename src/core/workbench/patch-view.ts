import type { z } from 'zod'
import type { patchFileDetail, patchSummary } from '#contract'
import { parsePatch } from '#parse'
import { type Example, fault, type Hunk, type Patch } from '#record'

/** Lines of one file that cross at most: a screen cannot show more, and Monaco would stall. */
const LINE_LIMIT = 20_000
/** Files listed at most. */
const FILE_LIMIT = 2_000

/** Which of a row's two patches. */
export type Side = 'model' | 'reference'

/** Parsed once an example: the screen asks file by file. */
const parsed = new WeakMap<Example, Partial<Record<Side, Patch>>>()

/** A diff as the row has it; '' when the row has none. */
export function patchTextOf(example: Example, which: Side): string {
  return (which === 'model' ? example.patch : example.referencePatch) ?? ''
}

/** A patch with the text it was parsed from; '' and no files where the row has none. */
export function patchOf(example: Example, which: Side): { text: string; patch: Patch } {
  const text = patchTextOf(example, which)
  const known = parsed.get(example) ?? {}
  const patch = known[which] ?? parsePatch(text)
  parsed.set(example, { ...known, [which]: patch })
  return { text, patch }
}

/** The files of a patch with counts; says what was left out. */
export function patchSummaryOf(example: Example, which: Side): z.infer<typeof patchSummary> {
  const { text, patch } = patchOf(example, which)
  const { additions, deletions, problems } = patch
  const files = patch.files.slice(0, FILE_LIMIT).map(({ hunks: _, ...file }) => file)
  const left = patch.files.length - files.length
  const cut =
    left > 0 ? `The first ${FILE_LIMIT.toLocaleString('en')} of ${patch.files.length.toLocaleString('en')} files are listed.` : null
  return { files, additions, deletions, problems, cut, bytes: Buffer.byteLength(text) }
}

/** One file's hunks up to the line limit; says how many lines are shown of how many. */
export function patchFileOf(example: Example, which: Side, index: number): z.infer<typeof patchFileDetail> {
  const { patch } = patchOf(example, which)
  const file = patch.files[index]
  if (!file) throw fault('not-found', `The patch has ${patch.files.length} files; there is no file ${index}.`, { culprit: String(index) })
  const hunks = cutHunks(file.hunks)
  const shown = lineCount(hunks)
  const isCut = patch.isCut || shown < lineCount(file.hunks)
  const changed = (file.additions + file.deletions).toLocaleString('en')
  return {
    ...file,
    hunks,
    cut: isCut ? `Shown: the first ${shown.toLocaleString('en')} lines; the file changes ${changed}. The raw row has all of it.` : null,
  }
}

function lineCount(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0)
}

function cutHunks(hunks: readonly Hunk[]): Hunk[] {
  const kept: Hunk[] = []
  let left = LINE_LIMIT
  for (const hunk of hunks) {
    if (left <= 0) break
    kept.push({ ...hunk, lines: hunk.lines.slice(0, left) })
    left -= hunk.lines.length
  }
  return kept
}
