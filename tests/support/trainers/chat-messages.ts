import type { Json, JsonObject } from '#record'
import { type ArgumentForm, argumentsAt } from './argument-text.ts'
import { RowRefused, type SeenCall, type SeenMessage } from './seen.ts'
import { listAt, objectAt, parsedAt, stringAt, wordAt } from './strict.ts'

const ROLES = ['system', 'user', 'assistant', 'tool'] as const

/** What differs among the trainers that read `messages`. */
export interface ChatRules {
  arguments: ArgumentForm
  /** Whether a message is trained on; the role is an assistant's. */
  isTrained(message: JsonObject, where: string): boolean
}

/** Reads a list of messages with role, content, reasoning_content, tool_calls and tool_call_id. @throws RowRefused */
export function chatMessages(value: Json | undefined, rules: ChatRules, where: string): SeenMessage[] {
  return listAt(value, where).map((message, index) => chatMessage(objectAt(message, `${where}[${index}]`), rules, `${where}[${index}]`))
}

function chatMessage(message: JsonObject, rules: ChatRules, where: string): SeenMessage {
  const role = roleAt(message.role, where)
  const calls = message.tool_calls === undefined ? [] : callsAt(message.tool_calls, rules.arguments, `${where}.tool_calls`)
  const reasoning = message.reasoning_content === undefined ? null : stringAt(message.reasoning_content, `${where}.reasoning_content`)
  if (role !== 'assistant' && calls.length > 0) throw new RowRefused(where, `only an assistant calls tools, this is ${role}`)
  if (role !== 'assistant' && reasoning !== null) throw new RowRefused(where, `only an assistant reasons, this is ${role}`)
  const answersCall = message.tool_call_id === undefined ? null : wordAt(message.tool_call_id, `${where}.tool_call_id`)
  if (role !== 'tool' && answersCall !== null) throw new RowRefused(where, `only a tool answers a call, this is ${role}`)
  const trained = role === 'assistant' && rules.isTrained(message, where)
  return { role, content: stringAt(message.content, `${where}.content`), reasoning, calls, answersCall, trained }
}

/** One of the four roles templates know. @throws RowRefused */
export function roleAt(value: Json | undefined, where: string): (typeof ROLES)[number] {
  const role = ROLES.find((known) => known === value)
  if (role) return role
  throw new RowRefused(`${where}.role`, `must be one of ${ROLES.join(', ')}, here is ${JSON.stringify(value)}`)
}

/** A list of `{id, type: 'function', function: {name, arguments}}`. @throws RowRefused */
export function callsAt(value: Json, form: ArgumentForm, where: string): SeenCall[] {
  return listAt(value, where).map((call, index) => {
    const at = `${where}[${index}]`
    const { id, type, function: called } = objectAt(call, at)
    if (type !== 'function') throw new RowRefused(`${at}.type`, `must be "function", here is ${JSON.stringify(type)}`)
    const { name, arguments: given } = objectAt(called, `${at}.function`)
    return {
      id: id === undefined ? null : wordAt(id, `${at}.id`),
      name: wordAt(name, `${at}.function.name`),
      arguments: argumentsAt(given, form, `${at}.function.arguments`),
    }
  })
}

/** Refuses answers to calls that no earlier message makes, and two answers to one. @throws RowRefused */
export function checkAnswers(messages: readonly SeenMessage[], where: string): void {
  const open = new Map<string, number>()
  for (const [index, { calls, answersCall }] of messages.entries()) {
    for (const { id } of calls) if (id !== null) open.set(id, (open.get(id) ?? 0) + 1)
    if (answersCall === null) continue
    const left = open.get(answersCall) ?? 0
    if (left === 0)
      throw new RowRefused(`${where}[${index}].tool_call_id`, `answers ${JSON.stringify(answersCall)}, which no open call has`)
    open.set(answersCall, left - 1)
  }
}

/**
 * A list of `{type: 'function', function: {name, description, parameters}}`.
 *
 * @param parsesParameters the trainer parses `parameters` that are a JSON text
 * @throws RowRefused
 */
export function toolsAt(value: Json | undefined, where: string, parsesParameters = false): JsonObject[] {
  if (value === undefined) return []
  return listAt(value, where, 0).map((tool, index) => {
    const at = `${where}[${index}]`
    const whole = objectAt(tool, at)
    if (whole.type !== 'function') throw new RowRefused(`${at}.type`, `must be "function", here is ${JSON.stringify(whole.type)}`)
    const made = objectAt(whole.function, `${at}.function`)
    wordAt(made.name, `${at}.function.name`)
    if (made.parameters === undefined) return whole
    const given =
      parsesParameters && typeof made.parameters === 'string' ? parsedAt(made.parameters, `${at}.function.parameters`) : made.parameters
    return { ...whole, function: { ...made, parameters: objectAt(given, `${at}.function.parameters`) } }
  })
}
