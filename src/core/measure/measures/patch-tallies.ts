import { partsOf } from '../patch/path-parts.ts'
import { tallyFiles } from '../patch/tally-files.ts'
import type { TallyMeasure } from '../types.ts'

const AMOUNTS: TallyMeasure['amounts'] = [
  { id: 'files', label: 'Files', unit: 'files' },
  { id: 'additions', label: 'Added', unit: 'lines' },
  { id: 'deletions', label: 'Deleted', unit: 'lines' },
]

/** The patch by the extensions of its files. */
export const patchExtensions: TallyMeasure = {
  id: 'patch_extensions',
  version: 1,
  label: 'Patch by extension',
  unit: 'extension',
  type: 'tally',
  group: 'patch',
  help: 'Files and lines the patch changes by extension, in lower case; files without one are under an empty name, and beyond 100 extensions of one patch the rest are under "…".',
  amounts: AMOUNTS,
  compute: ({ patch }) => tallyFiles(patch.files, ({ newPath, oldPath }) => partsOf(newPath ?? oldPath ?? '').extension),
}

/** The patch by what it does to its files. */
export const patchStatuses: TallyMeasure = {
  id: 'patch_statuses',
  version: 1,
  label: 'Patch by status',
  unit: 'status',
  type: 'tally',
  group: 'patch',
  help: 'Files and lines the patch changes by status: added, deleted, modified, renamed, copied, or mode where nothing but the mode changes.',
  amounts: AMOUNTS,
  compute: ({ patch }) => tallyFiles(patch.files, ({ status }) => status),
}
