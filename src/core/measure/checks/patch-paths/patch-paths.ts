import type { Certainty, Evidence, PatchFile } from '#record'
import { isTestPath } from '../../patch/is-test-path.ts'
import { type PathParts, partsOf } from '../../patch/path-parts.ts'
import type { Check } from '../check.ts'
import { cite, countKinds, PATCH_TEXT } from '../cite.ts'
import { fileHeaders } from './file-headers.ts'
import { type KnownPaths, knownPathsOf } from './known-paths.ts'
import { leftoverOf } from './leftover-of.ts'

/** Kinds of tests that are not the agent's own. */
const TESTS = ['test-patch-path', 'test-path']

type Told = Pick<Evidence, 'kind' | 'text' | 'certainty'>

const LEFTOVERS = { 'built-file': 'was built by a tool', 'scratch-file': 'looks like a helper left behind' }

const CHANGES: Record<PatchFile['status'], string> = {
  added: 'adds',
  deleted: 'deletes',
  modified: 'changes',
  renamed: 'renames',
  copied: 'copies',
  mode: 'changes the mode of',
}

/** Files the agent's patch should not touch, or should not have left. */
export const patchPaths: Check = {
  id: 'patch-paths',
  version: 2,
  title: 'Paths of the patch',
  kinds: {
    'test-patch-path': 'A file that the task’s test patch changes too.',
    'test-path': 'A test that was there before (by the conventions of its language) is changed, renamed or deleted.',
    'own-test': 'A test the patch adds, by the conventions of its language.',
    'scratch-file':
      'An added file that looks left behind: a reproduction, a debug script, notes, *.orig, patch.txt, nohup.out, .openhands/.',
    'built-file': 'An added file that a compiler, interpreter or runner wrote: *.pyc, __pycache__/, *.class, *.so.',
    'binary-file': 'Another binary file. Not counted.',
  },
  measures: [
    {
      id: 'test_paths_touched',
      label: 'Test paths touched',
      unit: 'files',
      type: 'integer',
      group: 'patch',
      help: 'Files of the patch that are tests by the conventions of their language, or that the task’s test patch changes too, where the row has one.',
      compute: (evidence) => countKinds(evidence, ...TESTS, 'own-test'),
    },
    {
      id: 'existing_tests_touched',
      label: 'Existing tests touched',
      unit: 'files',
      type: 'integer',
      group: 'patch',
      help: 'Of the test paths touched, those that were there before, and those the task’s test patch changes too. Tests the agent added itself do not count.',
      compute: (evidence) => countKinds(evidence, ...TESTS),
    },
    {
      id: 'scratch_paths_left',
      label: 'Scratch paths left',
      unit: 'files',
      type: 'integer',
      group: 'patch',
      help: 'Added files that look left behind: as in diff_scratch_files, with notes and outputs at the root (patch.txt, nohup.out) and what tools build (*.pyc, __pycache__/).',
      compute: (evidence) => countKinds(evidence, 'scratch-file', 'built-file'),
    },
  ],
  find: (subject) => {
    const { example, patch } = subject
    if (patch.files.length === 0) return []
    const headers = fileHeaders(example.patch ?? '', patch.files.length)
    const known = knownPathsOf(subject)
    return patch.files.flatMap((file, at) => {
      const header = headers?.[at]
      const place = header ? cite(example, PATCH_TEXT, header.start, header.end) : { at: null, quote: '' }
      return faultsOf(file, known).map((told): Evidence => ({ ...told, ...place, parts: [] }))
    })
  },
}

function faultsOf(file: PatchFile, known: KnownPaths): Told[] {
  const path = file.newPath ?? file.oldPath ?? ''
  const parts = partsOf(path)
  const test = testFault(file, path, parts, known)
  const leftover = isNewFile(file) ? leftoverOf(parts) : null
  const told: Told[] = test ? [test] : []
  if (leftover) told.push({ kind: leftover, text: `The patch adds ${shown(path)}, which ${LEFTOVERS[leftover]}.`, certainty: 'likely' })
  else if (file.binary)
    told.push({ kind: 'binary-file', text: `The patch ${CHANGES[file.status]} the binary file ${shown(path)}.`, certainty: 'certain' })
  return told
}

function testFault(file: PatchFile, path: string, parts: PathParts, { test, reference }: KnownPaths): Told | null {
  const paths = [file.oldPath, file.newPath].filter((one) => one !== null)
  const isOf = (held: ReadonlySet<string>): boolean => paths.some((one) => held.has(one))
  const opening = `The patch ${CHANGES[file.status]} ${shown(path)} (+${file.additions} −${file.deletions})`
  if (isOf(test)) return { kind: 'test-patch-path', text: `${opening}, which the task’s test patch changes too.`, certainty: 'certain' }
  if (!paths.some((one) => isTestPath(one === path ? parts : partsOf(one)))) return null
  const beside = isOf(reference) ? ', as the reference patch does' : ''
  const [kind, certainty]: [string, Certainty] = isNewFile(file) ? ['own-test', 'likely'] : ['test-path', 'certain']
  return { kind, text: `${opening}, a test by its path${beside}.`, certainty }
}

function isNewFile({ status }: PatchFile): boolean {
  return status === 'added' || status === 'copied'
}

/** A path as the patch has it, which may be anything. */
function shown(path: string): string {
  return path.length > 200 ? `…${path.slice(-200)}` : path
}
