import type { Patch } from '#record'
import { type FileKinds, fileKindsOf } from '../patch/file-kinds.ts'
import type { Measure, ScalarMeasure } from '../types.ts'

/** What kinds of files the patch changes, told by status and path. */
export const patchFileMeasures: readonly Measure[] = [
  kind('diff_files_added', 'Files added', 'Files the patch creates, copies among them.', 'added'),
  kind('diff_files_deleted', 'Files deleted', 'Files the patch deletes.', 'deleted'),
  kind('diff_files_renamed', 'Files renamed', 'Files the patch renames.', 'renamed'),
  kind('diff_binary_files', 'Binary files', 'Binary files the patch changes; their lines are not counted.', 'binary'),
  kind('diff_test_files', 'Test files', 'Files that are tests, or only there for tests, by the conventions of their language.', 'tests'),
  kind('diff_lock_files', 'Lock files', 'Files a package manager writes: package-lock.json, Cargo.lock, go.sum and their like.', 'locks'),
  kind(
    'diff_generated_files',
    'Generated files',
    'Files written by a tool or vendored, by their path: dist/, *.min.js, *_pb2.py, vendor/.',
    'generated',
  ),
  kind(
    'diff_scratch_files',
    'Scratch files',
    'Added files that look left behind: reproduce*, test and debug scripts at the root, *.orig, .openhands/. May be tests as well.',
    'scratch',
  ),
  truth('only_tests', 'Only tests', 'True when every file the patch changes is a test file; empty when it changes none.', (patch) =>
    patch.files.length === 0 ? null : fileKindsOf(patch).tests === patch.files.length,
  ),
  truth(
    'is_diff_cut',
    'Patch cut',
    'True when the patch has over 200,000 hunk lines. All counts still cover the whole of it; only hunks and lines are not compared with the reference patch.',
    (patch) => patch.isCut,
  ),
]

function kind(id: string, label: string, help: string, key: keyof FileKinds): Measure {
  return { id, version: 1, label, unit: 'files', type: 'integer', group: 'patch', help, compute: ({ patch }) => fileKindsOf(patch)[key] }
}

function truth(id: string, label: string, help: string, of: (patch: Patch) => boolean | null): ScalarMeasure {
  return { id, version: 1, label, unit: '', type: 'boolean', group: 'patch', help, compute: ({ patch }) => of(patch) }
}
