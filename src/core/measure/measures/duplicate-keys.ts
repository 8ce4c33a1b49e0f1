import { createHash } from 'node:crypto'
import type { Example, MeasureGroup } from '#record'
import { issueText } from '../sketch/issue-text.ts'
import { patchLines } from '../sketch/patch-lines.ts'
import { shingles } from '../sketch/shingles.ts'
import { sketchOf } from '../sketch/sketch-of.ts'
import { taskKeyOf } from '../task-key.ts'
import type { ScalarMeasure, Subject } from '../types.ts'

/** What tells examples of the same task, of the same issue and with the same patch; the sketches, nearly the same. */
export const duplicateKeys: readonly ScalarMeasure[] = [
  text(
    'task_key',
    'Task key',
    'row',
    'Repository and pull request of the task, owner/name#123 in lower case; empty where the instance id names no pull request.',
    {
      of: ({ example }) => taskKeyOf(example.instanceId, example.repo),
    },
  ),
  text(
    'issue_hash',
    'Issue hash',
    'row',
    'The same for examples whose task has the same words, whatever harness wraps it; case and white space do not count. Empty without a task.',
    {
      of: ({ example }) => hashOf(issueOf(example)),
    },
  ),
  text(
    'patch_hash',
    'Patch hash',
    'patch',
    'The same for patches that add and delete the same lines in the same files; white space, line numbers and context do not count. Empty without a patch.',
    {
      of: ({ patch }) => hashOf(patchLines(patch).join('\n')),
    },
  ),
  text('issue_sketch', 'Issue sketch', 'row', 'MinHash sketch of the task’s words, by which near duplicates are found.', {
    of: ({ example }) => sketchOf(shingles([issueOf(example)], false)),
    isInternal: true,
  }),
  text('patch_sketch', 'Patch sketch', 'patch', 'MinHash sketch of the patch’s changed lines, by which near duplicates are found.', {
    of: ({ patch }) => sketchOf(shingles(patchLines(patch), true)),
    isInternal: true,
  }),
]

interface Described {
  of(subject: Subject): string | null
  isInternal?: boolean
}

function text(id: string, label: string, group: MeasureGroup, help: string, { of, isInternal }: Described): ScalarMeasure {
  return { id, version: 1, label, unit: '', type: 'text', group, help, ...(isInternal ? { isInternal } : {}), compute: of }
}

const issues = new WeakMap<Example, string>()

/** Two measures ask for it. */
function issueOf(example: Example): string {
  const issue = issues.get(example) ?? issueText(example)
  issues.set(example, issue)
  return issue
}

/** 64 bits: among 600,000 texts two different ones share a hash with a chance of one in a hundred million. */
const HASH_DIGITS = 16

function hashOf(normal: string): string | null {
  return normal === '' ? null : createHash('sha256').update(normal).digest('hex').slice(0, HASH_DIGITS)
}
