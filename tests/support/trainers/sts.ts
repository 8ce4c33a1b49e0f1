import type { Json, JsonObject } from '#record'
import { argumentsAt } from './argument-text.ts'
import { checkAnswers, roleAt } from './chat-messages.ts'
import { RowRefused, type Seen, type SeenCall, type SeenMessage } from './seen.ts'
import { listAt, objectAt, onlyKeys, stringAt, wordAt } from './strict.ts'

const MESSAGE_KEYS = ['role', 'content', 'reasoningContent', 'toolCalls', 'toolCallId', 'timestamp', 'model']

/** A session as the viewer has it. */
export interface SeenSession extends Seen {
  id: string
  harness: string
}

/**
 * Reads the lines of one session trace: a header, then a message a line. Calls have ids and their arguments are JSON strings.
 * Rules: https://huggingface.co/docs/hub/session-traces-format.
 *
 * @throws RowRefused naming the line
 */
export function readSession(lines: readonly JsonObject[], where: string): SeenSession {
  const [header, ...rest] = lines
  if (header?.type !== 'session') throw new RowRefused(`${where}, line 1`, 'must be the header, with type "session"')
  const messages = rest.map((line, index) => messageAt(line, `${where}, line ${index + 2}`))
  if (messages.length === 0) throw new RowRefused(where, 'a session needs messages')
  checkAnswers(messages, where)
  return { id: wordAt(header.id, `${where}, id`), harness: wordAt(header.harness, `${where}, harness`), messages, tools: [] }
}

function messageAt(line: JsonObject, where: string): SeenMessage {
  if (line.type !== 'message') throw new RowRefused(where, `must have type "message", here is ${JSON.stringify(line.type)}`)
  const message = objectAt(line.message, `${where}, message`)
  onlyKeys(message, MESSAGE_KEYS, `${where}, message`)
  const role = roleAt(message.role, where)
  const { reasoningContent, toolCalls, toolCallId } = message
  if (role !== 'assistant' && toolCalls !== undefined) throw new RowRefused(where, `only an assistant calls tools, this is ${role}`)
  if (role !== 'tool' && toolCallId !== undefined) throw new RowRefused(where, `only a tool answers a call, this is ${role}`)
  return {
    role,
    content: stringAt(message.content, `${where}, content`),
    reasoning: reasoningContent === undefined ? null : stringAt(reasoningContent, `${where}, reasoningContent`),
    calls:
      toolCalls === undefined
        ? []
        : listAt(toolCalls, `${where}, toolCalls`).map((call, index) => callAt(call, `${where}, toolCalls[${index}]`)),
    answersCall: toolCallId === undefined ? null : wordAt(toolCallId, `${where}, toolCallId`),
    // A viewer trains nothing: a mask has no place in it.
    trained: role === 'assistant',
  }
}

function callAt(call: Json, where: string): SeenCall {
  const { id, function: called } = objectAt(call, where)
  const { name, arguments: given } = objectAt(called, `${where}.function`)
  return {
    id: wordAt(id, `${where}.id`),
    name: wordAt(name, `${where}.function.name`),
    arguments: argumentsAt(given, 'string', `${where}.function.arguments`),
  }
}
