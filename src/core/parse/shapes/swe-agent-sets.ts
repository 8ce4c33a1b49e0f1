import { isJsonObject, type Json, type JsonObject } from '#record'
import { listField, omit, textField } from '../json-fields.ts'
import { patchIn } from '../read-metadata.ts'
import { has, hasAny, readCommon, type ShapeReader } from './reading.ts'

/** SWE-bench/SWE-smith-trajectories. */
export const sweSmith: ShapeReader = {
  shape: 'swe-smith',
  matches: (row) => has(row, 'messages', 'traj_id'),
  read: (row) => ({
    ...readCommon(row, 'messages', ['traj_id', 'model', 'patch']),
    trajectoryId: textField(row.traj_id),
    harness: 'sweagent',
    model: textField(row.model),
    patch: patchIn(row.patch),
  }),
}

/** nebius/SWE-agent-trajectories: roles system, user, ai; the text in `text`, or in `system_prompt` for the system turn. */
export const nebiusSweAgent: ShapeReader = {
  shape: 'nebius-swe-agent',
  matches: (row) => has(row, 'trajectory') && hasAny(row, 'generated_patch', 'target'),
  read: (row) => ({
    ...readCommon(row, 'trajectory', ['model_name', 'target', 'generated_patch']),
    conversation: listField(row.trajectory)?.map(readTurn) ?? row.trajectory,
    harness: 'sweagent',
    model: textField(row.model_name),
    label: row.target,
    patch: patchIn(row.generated_patch),
  }),
}

/** `ai` becomes `assistant`; the row's own word stays in the message's extra fields. */
function readTurn(turn: Json): Json {
  if (!isJsonObject(turn) || !hasAny(turn, 'text', 'system_prompt')) return turn
  const isSystem = turn.text === null || turn.text === undefined
  const content = isSystem ? (turn.system_prompt ?? null) : (turn.text ?? null)
  const rest = omit(turn, ['role', 'text', ...(isSystem ? ['system_prompt'] : [])])
  const said: JsonObject = turn.role === 'ai' ? { role: 'assistant', nebius_role: 'ai' } : { role: turn.role ?? null }
  return { ...rest, ...said, content }
}
