import type { MeasureInfo, Patch } from '#record'
import { type Comparison, comparePatches } from '../patch/compare-patches.ts'
import type { Measure, Subject } from '../types.ts'

/** The agent's patch beside the reference patch; all empty where the row has no reference patch. */
export const referenceMeasures: readonly Measure[] = [
  compared('ref_files', 'Reference files', 'files', 'Different files the reference patch changes.', (all) => all.referenceFiles),
  whole(
    'ref_churn',
    'Reference churn',
    'lines',
    'Lines the reference patch adds and deletes.',
    ({ additions, deletions }) => additions + deletions,
  ),
  compared(
    'ref_files_shared',
    'Files shared',
    'files',
    'Files changed by both patches, each named by its path before the patch.',
    (all) => all.filesShared,
  ),
  share('ref_file_recall', 'File recall', 'Share of the reference patch’s files that the patch changes as well, 0 to 1.', (all) =>
    ratio(all.filesShared, all.referenceFiles),
  ),
  share('ref_file_precision', 'File precision', 'Share of the patch’s files that the reference patch changes as well, 0 to 1.', (all) =>
    ratio(all.filesShared, all.files),
  ),
  compared(
    'ref_hunks',
    'Reference hunks',
    'hunks',
    'Hunks of the reference patch; empty when a patch has over 200,000 hunk lines.',
    ({ lines }) => lines?.referenceHunks ?? null,
  ),
  share(
    'ref_hunk_recall',
    'Hunk recall',
    'Share of the reference patch’s hunks with a changed line (or a place lines are added at) that the patch changes too, 0 to 1; empty when a patch has over 200,000 hunk lines.',
    ({ lines }) => (lines ? ratio(lines.hunksMet, lines.referenceHunks) : null),
  ),
  compared(
    'ref_lines_shared',
    'Added lines shared',
    'lines',
    'Lines added by both patches, in any file, trimmed, blank ones left out; empty when a patch has over 200,000 hunk lines.',
    ({ lines }) => lines?.linesShared ?? null,
  ),
]

type Described = Pick<MeasureInfo, 'id' | 'version' | 'label' | 'unit' | 'group' | 'help'>

function compared(id: string, label: string, unit: string, help: string, pick: (comparison: Comparison) => number | null): Measure {
  return { ...described(id, label, unit, help), type: 'integer', compute: (subject) => ofBoth(subject, pick) }
}

function share(id: string, label: string, help: string, pick: (comparison: Comparison) => number | null): Measure {
  return { ...described(id, label, '', help), type: 'real', compute: (subject) => ofBoth(subject, pick) }
}

function whole(id: string, label: string, unit: string, help: string, pick: (reference: Patch) => number): Measure {
  return { ...described(id, label, unit, help), type: 'integer', compute: ({ referencePatch }) => referencePatch && pick(referencePatch) }
}

function described(id: string, label: string, unit: string, help: string): Described {
  return { id, version: 1, label, unit, group: 'reference', help }
}

function ofBoth({ patch, referencePatch }: Subject, pick: (comparison: Comparison) => number | null): number | null {
  return referencePatch && pick(comparePatches(patch, referencePatch))
}

function ratio(part: number, all: number): number | null {
  return all === 0 ? null : part / all
}
