import type { Hunk, Patch } from '#record'
import { type FilePart, filesByPath } from './files-by-path.ts'
import { isTestPath } from './is-test-path.ts'
import { metHunks } from './met-hunks.ts'
import { partsOf } from './path-parts.ts'

/** How one file fares in two patches; see `patchMatchFile` of the contract. */
export interface FileMatch {
  /** Its path before the patches; a new file's own. */
  path: string
  /** First place among the files of either patch; null where it is not touched. */
  model: number | null
  reference: number | null
  isTest: boolean
  modelHunks: number
  referenceHunks: number
  /** Hunks of the model's that delete and add the same lines in the same order as one of the reference's, white space at line ends apart. */
  alikeHunks: number
  /** Other hunks of the model's that touch lines a reference hunk touches. */
  overlappingHunks: number
  /** Changed lines in common of all changed lines of both, 0 to 1 (Jaccard over multisets); white space at line ends and blank lines apart. */
  alikeLines: number
}

const NO_PART: FilePart = { at: -1, hunks: [] }

/** Holds a patch against the reference patch, file by file: those in common first, then the model's own, then the reference's. */
export function matchPatches(patch: Patch, reference: Patch): FileMatch[] {
  const ours = filesByPath(patch)
  const theirs = filesByPath(reference)
  const shared = [...ours.keys()].filter((path) => theirs.has(path))
  const paths = new Set([...shared, ...ours.keys(), ...theirs.keys()])
  return [...paths].map((path) => matchFile(path, ours.get(path) ?? NO_PART, theirs.get(path) ?? NO_PART))
}

function matchFile(path: string, model: FilePart, reference: FilePart): FileMatch {
  const alike = alikeHunks(model.hunks, reference.hunks)
  const met = metHunks(model.hunks, reference.hunks)
  return {
    path,
    model: placeOf(model),
    reference: placeOf(reference),
    isTest: isTestPath(partsOf(path)),
    modelHunks: model.hunks.length,
    referenceHunks: reference.hunks.length,
    alikeHunks: alike.size,
    overlappingHunks: [...met].filter((at) => !alike.has(at)).length,
    alikeLines: alikeLines(model.hunks, reference.hunks),
  }
}

function placeOf({ at }: FilePart): number | null {
  return at === -1 ? null : at
}

/** Places of hunks that say the same as one of `others`, which answers for one alone. */
function alikeHunks(hunks: readonly Hunk[], others: readonly Hunk[]): Set<number> {
  const left = counted(others.map(changeOf))
  const alike = new Set<number>()
  for (const [at, hunk] of hunks.entries()) if (take(left, changeOf(hunk))) alike.add(at)
  return alike
}

function changeOf(hunk: Hunk): string {
  return changedLines(hunk).join('\n')
}

function changedLines({ lines }: Hunk): string[] {
  return lines.flatMap(({ kind, text }) => (kind === 'context' ? [] : [`${kind === 'add' ? '+' : '-'}${text.trimEnd()}`]))
}

function alikeLines(hunks: readonly Hunk[], others: readonly Hunk[]): number {
  const ours = hunks.flatMap(changedLines).filter((line) => line.length > 1)
  const theirs = others.flatMap(changedLines).filter((line) => line.length > 1)
  const left = counted(theirs)
  const shared = ours.filter((line) => take(left, line)).length
  const all = ours.length + theirs.length - shared
  return all === 0 ? 0 : shared / all
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

function take(left: Map<string, number>, item: string): boolean {
  const count = left.get(item) ?? 0
  if (count > 0) left.set(item, count - 1)
  return count > 0
}
