import type { Json, JsonObject } from './json.ts'
import type { Message } from './message.ts'
import type { RowHints, SourceRef } from './source-ref.ts'

/** The column layouts Winnow knows; `docs/shapes.md` has one section each. */
export const SHAPES = [
  'R1',
  'R2',
  'R2b',
  'R3',
  'swe-rebench-openhands',
  'nebius-swe-agent',
  'swe-smith',
  'swe-gym-openhands',
  'swe-zero',
  'coderforge',
  'swe-agent-traj',
  'mini-swe-agent-traj',
  'openhands-output',
] as const

/** The name of the layout a row was found in. */
export type Shape = (typeof SHAPES)[number]

/** Tests pass (1), fail (0), or nobody knows (-1). A missing label is -1. */
export type Resolved = 1 | 0 | -1

/** One normalised row: a trajectory with its task, label and patches. */
export interface Example {
  /** Unique in the workspace: the trajectory id, or `row-` and 16 hex digits of the content hash; `~2` marks a second row of that id. */
  id: string
  /** sha256 (hex) of the row as canonical JSON (keys sorted): the bytes a decision is about. */
  contentHash: string
  ref: SourceRef
  hints: RowHints
  shape: Shape
  instanceId: string | null
  trajectoryId: string | null
  repo: string | null
  license: string | null
  /** Lower case, null when the row names none. */
  language: string | null
  /** openhands, sweagent, minisweagent, or what the row calls itself. */
  harness: string | null
  /** The model as the layout names it: from config or split, else the path, else the row, else `teacherModel`. */
  model: string | null
  /** The model that really ran, where the row records one (`metadata.teacher_model.name`, a native file's config). */
  teacherModel: string | null
  resolved: Resolved
  /** The label as the row had it (true, "1", null, ...), for columns that must repeat it. */
  resolvedRaw: Json
  category: string | null
  messages: Message[]
  /** Tool definitions as objects, parsed from JSON strings where needed. */
  tools: Json[]
  /** The agent's diff as stored; null when the row has none. */
  patch: string | null
  /** The gold diff; never leaves in an export unasked. */
  referencePatch: string | null
  /** `metadata` without the patches; parsed where it was a JSON string. */
  metadata: JsonObject
  /** Row fields no shape names: kept and shown. */
  extra: JsonObject
  /** What parsing had to guess or repair, for people: "arguments of call 3 are not JSON". */
  notes: string[]
}
