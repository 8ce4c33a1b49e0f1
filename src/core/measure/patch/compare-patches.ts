import type { Patch } from '#record'
import { countSharedLines } from './count-shared-lines.ts'
import { filesByPath } from './files-by-path.ts'
import { metHunks } from './met-hunks.ts'

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
  const ours = filesByPath(patch)
  const theirs = filesByPath(reference)
  const shared = [...theirs].filter(([path]) => ours.has(path))
  const counts = { files: ours.size, referenceFiles: theirs.size, filesShared: shared.length }
  if (patch.isCut || reference.isCut) return { ...counts, lines: null }
  const referenceHunks = [...theirs.values()].reduce((sum, { hunks }) => sum + hunks.length, 0)
  const hunksMet = shared.reduce((sum, [path, { hunks }]) => sum + metHunks(hunks, ours.get(path)?.hunks ?? []).size, 0)
  return { ...counts, lines: { referenceHunks, hunksMet, linesShared: countSharedLines(patch, reference) } }
}
