import type { Json, MeasureValue } from '#record'
import type { Measure, ScalarMeasure } from '../types.ts'

/** The tutorial's columns that say which row it is. */
export const identityMeasures: readonly Measure[] = [
  text('instance_id', 'Instance', 'The task this run is about.', ({ example }) => example.instanceId),
  text('repo', 'Repository', 'Repository of the task.', ({ example }) => example.repo),
  text('language', 'Language', 'Main language of the repository, lower case.', ({ example }) =>
    (example.language || 'unknown').toLowerCase(),
  ),
  text('license', 'Licence', 'Licence of the repository, not of the dataset.', ({ example }) => example.license),
  {
    id: 'resolved',
    version: 1,
    label: 'Resolved',
    unit: '',
    type: 'integer',
    group: 'row',
    help: '1 tests pass, 0 fail, -1 nobody knows; the number as the row has it.',
    compute: ({ example }) =>
      typeof example.resolvedRaw === 'number' || example.resolvedRaw === null ? example.resolvedRaw : example.resolved,
  },
  text('agent', 'Agent', 'The harness that ran the model.', ({ example }) => example.harness),
  text('model', 'Model', 'The model as the dataset names it.', ({ example }) => example.model),
]

/** The tutorial's columns from `metadata`; the sizes describe the reference patch, not the agent's. */
export const metadataMeasures: readonly Measure[] = [
  text('category', 'Category', 'Kind of task: bug-fix, enhancement, feature-request and so on.', ({ example }) => example.category),
  {
    id: 'meta_files',
    version: 1,
    label: 'Reference files (stated)',
    unit: 'files',
    type: 'integer',
    group: 'reference',
    help: "Files the reference patch changes, by the row's metadata.",
    compute: ({ example }) => scalar(example.metadata.num_modified_files),
  },
  {
    id: 'meta_lines',
    version: 1,
    label: 'Reference lines (stated)',
    unit: 'lines',
    type: 'integer',
    group: 'reference',
    help: "Lines the reference patch changes, by the row's metadata.",
    compute: ({ example }) => scalar(example.metadata.num_modified_lines),
  },
]

/** The tutorial's two readings of the label. */
export const labelMeasures: readonly Measure[] = [
  {
    id: 'is_resolved',
    version: 1,
    label: 'Tests pass',
    unit: '',
    type: 'boolean',
    group: 'row',
    help: 'True when the label is 1.',
    compute: ({ example }) => example.resolved === 1,
  },
  {
    id: 'known_label',
    version: 1,
    label: 'Labelled',
    unit: '',
    type: 'boolean',
    group: 'row',
    help: 'True when the label is 1 or 0.',
    compute: ({ example }) => example.resolved !== -1,
  },
]

function text(id: string, label: string, help: string, compute: ScalarMeasure['compute']): Measure {
  return { id, version: 1, label, unit: '', type: 'text', group: 'row', help, compute }
}

function scalar(value: Json | undefined): MeasureValue {
  return typeof value === 'number' ? value : null
}
