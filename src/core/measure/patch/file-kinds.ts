import type { Patch, PatchFile } from '#record'
import { isGeneratedPath } from './is-generated-path.ts'
import { isLockPath } from './is-lock-path.ts'
import { isScratchPath } from './is-scratch-path.ts'
import { isTestPath } from './is-test-path.ts'
import { partsOf } from './path-parts.ts'

/** How many files of a patch are of a kind; a file may be of several. */
export interface FileKinds {
  added: number
  deleted: number
  renamed: number
  binary: number
  tests: number
  locks: number
  generated: number
  scratch: number
}

const known = new WeakMap<Patch, FileKinds>()

/** Counts a patch's files by kind, once a patch however many measures ask. */
export function fileKindsOf(patch: Patch): FileKinds {
  const kinds = known.get(patch) ?? count(patch.files)
  known.set(patch, kinds)
  return kinds
}

function count(files: readonly PatchFile[]): FileKinds {
  const kinds: FileKinds = { added: 0, deleted: 0, renamed: 0, binary: 0, tests: 0, locks: 0, generated: 0, scratch: 0 }
  for (const file of files) {
    const parts = partsOf(file.newPath ?? file.oldPath ?? '')
    const isNew = file.status === 'added' || file.status === 'copied'
    if (isNew) kinds.added += 1
    if (file.status === 'deleted') kinds.deleted += 1
    if (file.status === 'renamed') kinds.renamed += 1
    if (file.binary) kinds.binary += 1
    if (isTestPath(parts)) kinds.tests += 1
    if (isLockPath(parts)) kinds.locks += 1
    if (isGeneratedPath(parts)) kinds.generated += 1
    if (isNew && isScratchPath(parts)) kinds.scratch += 1
  }
  return kinds
}
