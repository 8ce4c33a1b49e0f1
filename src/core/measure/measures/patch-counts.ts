import { type TutorialPatch, tutorialPatchOf } from '../tutorial-patch.ts'
import type { Measure, Subject } from '../types.ts'

/** The tutorial's counts over the agent's patch: quick and rough. */
export const tutorialPatchMeasures: readonly Measure[] = [
  rough('patch_files', 'Patch files', 'files', 'Lines that begin a file in the patch, the tutorial’s way.', (counts) => counts.files),
  rough('patch_add', 'Patch +', 'lines', 'Lines that begin with + but not +++, the tutorial’s way.', (counts) => counts.additions),
  rough('patch_del', 'Patch −', 'lines', 'Lines that begin with - but not ---, the tutorial’s way.', (counts) => counts.deletions),
  rough('patch_churn', 'Patch churn', 'lines', 'patch_add + patch_del.', (counts) => counts.additions + counts.deletions),
]

/** The agent's patch as `git apply --numstat` counts it; an absent patch changes nothing. */
export const diffMeasures: readonly Measure[] = [
  exact('diff_files', 'Files', 'files', 'Files the patch changes, as git counts them.', ({ patch }) => patch.files.length),
  exact('diff_additions', 'Added', 'lines', 'Lines the patch adds, as git counts them.', ({ patch }) => patch.additions),
  exact('diff_deletions', 'Deleted', 'lines', 'Lines the patch deletes, as git counts them.', ({ patch }) => patch.deletions),
  exact('diff_churn', 'Churn', 'lines', 'diff_additions + diff_deletions.', ({ patch }) => patch.additions + patch.deletions),
  exact(
    'diff_problems',
    'Patch problems',
    '',
    'Places of the patch that could not be read; at most 100.',
    ({ patch }) => patch.problems.length,
  ),
]

function exact(id: string, label: string, unit: string, help: string, compute: (subject: Subject) => number): Measure {
  return { id, version: 1, label, unit, type: 'integer', group: 'patch', help, compute }
}

function rough(id: string, label: string, unit: string, help: string, pick: (counts: TutorialPatch) => number): Measure {
  return exact(id, label, unit, help, ({ example }) => pick(tutorialPatchOf(example)))
}
