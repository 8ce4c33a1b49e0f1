import { isJsonObject, type Json, type JsonObject } from '#record'
import { at, listField, objectField, omit, textField } from '../json-fields.ts'
import { patchIn } from '../read-metadata.ts'
import { has, instanceOfFile, readCommon, type ShapeReader } from './reading.ts'

/** Fields of a step that the conversation repeats. */
const REPEATED = ['action', 'observation', 'response', 'thought', 'messages', 'query']

/**
 * SWE-agent's own `.traj`: `history` is the conversation and `trajectory` the steps. The history of some versions ends before the last step;
 * what it lacks is taken from `trajectory`. Without a history the steps are the conversation.
 */
export const sweAgentTraj: ShapeReader = {
  shape: 'swe-agent-traj',
  matches: (row) => hasItem(row.history, 'role') || hasItem(row.trajectory, 'action', 'observation'),
  read: (row, ref) => {
    const history = listField(row.history) ?? []
    const steps = (listField(row.trajectory) ?? []).filter(isJsonObject)
    const missing = steps.slice(history.filter(isOwnTurn).length)
    const isHeadless = history.length === 0
    const common = readCommon(row, 'history', ['trajectory', 'info'])
    const info = objectField(row.info) ?? {}
    const kept = steps.map((step) => omit(step, REPEATED))
    return {
      ...common,
      conversation: [...history, ...missing.flatMap(turnsOf)],
      instanceId: common.instanceId ?? instanceOfFile(ref, /\.traj$/i),
      harness: 'sweagent',
      model: modelOf(row),
      teacherModel: modelOf(row),
      label: row.resolved ?? info.resolved,
      patch: patchIn(info.submission),
      metadata: { ...common.metadata, ...omit(info, ['submission']) },
      extra: steps.length === 0 ? common.extra : { ...common.extra, trajectory: kept },
      notes:
        isHeadless || missing.length === 0 ? [] : [`The last ${missing.length} steps are in "trajectory" only and were taken from there.`],
    }
  },
}

/** Demonstrations put into the history are not steps of this run. */
function isOwnTurn(turn: Json): boolean {
  return isJsonObject(turn) && turn.role === 'assistant' && turn.is_demo !== true
}

function turnsOf(step: JsonObject): Json[] {
  const content = textField(step.response) ?? textField(step.thought) ?? ''
  const said = { role: 'assistant', content, thought: step.thought ?? null, action: step.action ?? '' }
  const turn = listField(step.tool_calls) ? { ...said, tool_calls: step.tool_calls ?? null } : said
  return step.observation === undefined ? [turn] : [turn, { role: 'user', content: step.observation }]
}

function modelOf(row: JsonObject): string | null {
  return textField(at(row.replay_config, 'agent', 'model', 'name'))
}

function hasItem(list: Json | undefined, ...fields: string[]): boolean {
  return (listField(list) ?? []).some((item) => isJsonObject(item) && has(item, ...fields))
}
