import { isJsonObject, type Json, type JsonObject } from '#record'
import { at, listField, omit, textField, without } from '../json-fields.ts'
import { patchIn } from '../read-metadata.ts'
import { readCommon, type ShapeReader } from './reading.ts'

/** OpenHands' `output.jsonl`: `instance.patch` is the gold diff, `history` is a list of events, in older versions of [action, observation] pairs. */
export const openhandsOutput: ShapeReader = {
  shape: 'openhands-output',
  matches: (row) => listField(row.history) !== null,
  read: (row) => {
    const common = readCommon(row, 'history', ['git_patch'])
    const model = textField(at(row.metadata, 'llm_config', 'model'))
    return {
      ...common,
      conversation: (listField(row.history) ?? []).flatMap((event) => (Array.isArray(event) ? event : [event])).map(readEvent),
      harness: 'openhands',
      model,
      teacherModel: model ?? common.teacherModel,
      label: row.resolved ?? at(row, 'report', 'resolved') ?? at(row, 'test_result', 'report', 'resolved'),
      patch: patchIn(at(row, 'test_result', 'git_patch')) ?? patchIn(row.git_patch),
      referencePatch: common.referencePatch ?? patchIn(at(row, 'instance', 'patch')),
      extra: without(without(common.extra, 'test_result', 'git_patch'), 'instance', 'patch'),
    }
  },
}

/** An event as a message: actions of the agent are assistant turns with one call, observations answer by `cause`. */
function readEvent(event: Json): Json {
  if (!isJsonObject(event) || event.role !== undefined) return event
  if (typeof event.observation === 'string') return readObservation(event)
  if (typeof event.action === 'string') return readAction(event, event.action)
  return { ...event, role: textField(event.source) ?? 'unknown', content: event.content ?? event.message ?? null }
}

function readObservation(event: JsonObject): Json {
  const cause = textField(event.cause)
  const isAnswer = cause !== null || event.source !== 'user'
  const answer = { role: isAnswer ? 'tool' : 'user', content: event.content ?? event.message ?? null, name: event.observation ?? null }
  return { ...omit(event, ['content', 'cause']), ...answer, tool_call_id: cause }
}

function readAction(event: JsonObject, action: string): Json {
  const rest = omit(event, ['action', 'args'])
  const given = isJsonObject(event.args) ? event.args : {}
  const said = given.content ?? event.message ?? null
  if (action === 'message' || action === 'system') {
    const role = action === 'system' ? 'system' : event.source === 'user' ? 'user' : 'assistant'
    return { ...rest, role, content: said, args: omit(given, ['content']) }
  }
  if (event.source === 'user' || event.source === 'environment')
    return { ...rest, role: 'environment', content: said, event_action: action, args: given }
  const call = { id: textField(event.id), function: { name: nameOf(event, action), arguments: omit(given, ['thought']) } }
  return { ...rest, role: 'assistant', content: given.thought ?? '', tool_calls: [call] }
}

/** The name of the tool where the event keeps the model's own call, else of the action. */
function nameOf(event: JsonObject, action: string): string {
  return textField(at(event, 'tool_call_metadata', 'function_name')) ?? action
}
