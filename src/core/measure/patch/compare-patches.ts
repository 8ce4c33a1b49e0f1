import type { Hunk, Patch, PatchFile } from '#record'
import { countMetHunks } from './count-met-hunks.ts'
import { countSharedLines } from './count-shared-lines.ts'

/** What a patch and the reference patch have in common. */
export interface Comparison {
  /** Different files, each named by its path before the patch; new ones by their own. */
  files: number
  referenceFiles: number
  filesShared: number
  /** What needs the lines themselves; null when one of the patches was cut. */
  lines: {
    referenceHunks: number
    /** Hunks of the reference whose changed lines the patch changes as well. */
    hunksMet: number
    /** Added lines of both, trimmed. */
    linesShared: number
  } | null
}

const known = new WeakMap<Patch, { reference: Patch; comparison: Comparison }>()

/** Compares a patch with the reference patch, once a pair however many measures ask. */
export function comparePatches(patch: Patch, reference: Patch): Comparison {
  const before = known.get(patch)
  if (before?.reference === reference) return before.comparison
  const comparison = compare(patch, reference)
  known.set(patch, { reference, comparison })
  return comparison
}

function compare(patch: Patch, reference: Patch): Comparison {
  const ours = hunksByFile(patch)
  const theirs = hunksByFile(reference)
  const shared = [...theirs].filter(([path]) => ours.has(path))
  const counts = { files: ours.size, referenceFiles: theirs.size, filesShared: shared.length }
  if (patch.isCut || reference.isCut) return { ...counts, lines: null }
  const referenceHunks = [...theirs.values()].reduce((sum, hunks) => sum + hunks.length, 0)
  const hunksMet = shared.reduce((sum, [path, hunks]) => sum + countMetHunks(hunks, ours.get(path) ?? []), 0)
  return { ...counts, lines: { referenceHunks, hunksMet, linesShared: countSharedLines(patch, reference) } }
}

function hunksByFile(patch: Patch): Map<string, Hunk[]> {
  const byFile = new Map<string, Hunk[]>()
  for (const file of patch.files) {
    const path = pathBefore(file)
    if (path === null) continue
    const hunks = byFile.get(path)
    if (hunks) for (const hunk of file.hunks) hunks.push(hunk)
    else byFile.set(path, [...file.hunks])
  }
  return byFile
}

/** Both patches start from the same files, so these names agree whatever becomes of a file. A copy's source is not changed. */
function pathBefore({ oldPath, newPath, status }: PatchFile): string | null {
  return status === 'copied' ? newPath : (oldPath ?? newPath)
}
