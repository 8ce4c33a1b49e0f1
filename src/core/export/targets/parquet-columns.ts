import { MEASURE_INFO } from '#measure'
import type { Json, MeasureInfo } from '#record'
import type { Leaving, ParquetColumn } from './target-format.ts'

/** A column of everything, and how it is filled. */
export interface WholeColumn extends ParquetColumn {
  value(one: Leaving): Json
}

const TYPES = { integer: 'int', real: 'float', text: 'string', boolean: 'bool', tally: 'json' } as const

/** Who and where from. */
const ORIGIN: readonly WholeColumn[] = [
  { name: 'id', type: 'string', value: ({ row }) => row.id },
  { name: 'content_hash', type: 'string', value: ({ row }) => row.contentHash },
  { name: 'source_uri', type: 'string', value: ({ edited }) => edited.example.ref.uri },
  { name: 'source_revision', type: 'string', value: ({ edited }) => edited.example.ref.revision },
  { name: 'source_file', type: 'string', value: ({ edited }) => edited.example.ref.file },
  { name: 'source_row', type: 'int', value: ({ edited }) => edited.example.ref.row },
  { name: 'config', type: 'string', value: ({ edited }) => edited.example.hints.config },
  { name: 'split', type: 'string', value: ({ edited }) => edited.example.hints.split },
  { name: 'shape', type: 'string', value: ({ edited }) => edited.example.shape },
]

/** What the row says. */
const ROW: readonly WholeColumn[] = [
  { name: 'instance_id', type: 'string', value: ({ edited }) => edited.example.instanceId },
  { name: 'trajectory_id', type: 'string', value: ({ edited }) => edited.example.trajectoryId },
  { name: 'repo', type: 'string', value: ({ edited }) => edited.example.repo },
  { name: 'license', type: 'string', value: ({ edited }) => edited.example.license },
  { name: 'language', type: 'string', value: ({ edited }) => edited.example.language },
  { name: 'harness', type: 'string', value: ({ edited }) => edited.example.harness },
  { name: 'model', type: 'string', value: ({ edited }) => edited.example.model },
  { name: 'teacher_model', type: 'string', value: ({ edited }) => edited.example.teacherModel },
  { name: 'resolved', type: 'int', value: ({ edited }) => edited.example.resolved },
  { name: 'category', type: 'string', value: ({ edited }) => edited.example.category },
  { name: 'model_patch', type: 'string', value: ({ edited }) => edited.example.patch },
  { name: 'metadata', type: 'json', value: ({ edited }) => edited.example.metadata },
  { name: 'extra', type: 'json', value: ({ edited }) => edited.example.extra },
  { name: 'parse_notes', type: 'strings', value: ({ edited }) => edited.example.notes },
]

/** What recipe and people say. */
const REVIEW: readonly WholeColumn[] = [
  { name: 'verdict', type: 'string', value: ({ row }) => row.verdict },
  { name: 'verdict_reasons', type: 'json', value: ({ row }) => row.reasons.map(({ rule, text }) => ({ rule, text })) },
  { name: 'decision', type: 'string', value: ({ row }) => row.decision },
  { name: 'decision_reason', type: 'string', value: ({ row }) => row.decisionReason },
  { name: 'decision_note', type: 'string', value: ({ row }) => row.note },
  { name: 'decided_by', type: 'strings', value: ({ row }) => row.decidedBy },
  { name: 'outcome', type: 'string', value: ({ row }) => row.outcome },
  { name: 'is_stale', type: 'bool', value: ({ row }) => row.isStale },
  { name: 'is_disputed', type: 'bool', value: ({ row }) => row.isDisputed },
  { name: 'tags', type: 'strings', value: ({ row }) => row.tags },
  { name: 'is_flagged', type: 'bool', value: ({ row }) => row.isFlagged },
  { name: 'context_only', type: 'ints', value: ({ edited }) => edited.masked },
  { name: 'messages_cut', type: 'int', value: ({ edited }) => edited.cutMessages },
  { name: 'redactions', type: 'int', value: ({ row, edited }) => (edited.isStale ? 0 : row.redactions) },
]

/** Everything small about an example, in order; measures are called `measure_` and their id, since some are called like columns of the row. */
export const WHOLE_COLUMNS: readonly WholeColumn[] = [...ORIGIN, ...ROW, ...REVIEW, ...MEASURE_INFO.filter(isShown).map(measureColumn)]

/** Sums by key are not in the rows that leave, and what only rules read is no number for people. */
function isShown({ type, isInternal }: MeasureInfo): boolean {
  return type !== 'tally' && !isInternal
}

function measureColumn({ id, type }: MeasureInfo): WholeColumn {
  return { name: `measure_${id}`, type: TYPES[type], value: ({ row }) => row.values[id] ?? null }
}
