import { at, objectField } from '../json-fields.ts'
import { has, hasAny, readCommon, type ShapeReader } from './reading.ts'

const IDENTITY = ['instance_id', 'trajectory_id', 'resolved', 'repo', 'metadata']

/** nvidia/Open-SWE-Traces, June 2026: `trajectory`, the agent's patch at top level. Its `num_modified_*` describe the gold patch. */
export const r1: ShapeReader = {
  shape: 'R1',
  matches: (row) => has(row, 'trajectory') && hasAny(row, 'model_patch', ...IDENTITY),
  read: (row) => readCommon(row, 'trajectory'),
}

/** The second release: both patches moved into `metadata`, `tools` added. */
export const r2: ShapeReader = {
  shape: 'R2',
  matches: (row) => has(row, 'trajectory') && !has(row, 'model_patch') && at(row.metadata, 'model_patch') !== undefined,
  read: (row) => readCommon(row, 'trajectory'),
}

/** R2 with the column already called `messages`. */
export const r2b: ShapeReader = {
  shape: 'R2b',
  matches: (row) => has(row, 'messages') && hasAny(row, ...IDENTITY),
  read: (row) => readCommon(row, 'messages'),
}

/** The current release: `metadata` names the model that ran. */
export const r3: ShapeReader = {
  shape: 'R3',
  matches: (row) => {
    const metadata = objectField(row.metadata)
    return has(row, 'messages') && metadata !== null && hasAny(metadata, 'teacher_model', 'git_hack_attempted')
  },
  read: (row) => readCommon(row, 'messages'),
}
