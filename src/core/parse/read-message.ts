import type { Json, JsonObject, Message } from '#record'
import { at, isTextOrNull, listField, omit, textField } from './json-fields.ts'
import { readCalls } from './read-calls.ts'
import { isPlainText, textOf } from './text-of.ts'

const REASONING = ['reasoning_content', 'reasoning', 'think', 'thought'] as const
const TEXTS = ['name', 'tool_call_id'] as const
const CALLS = ['tool_calls', 'function_call'] as const

/** Roles of {from, value} turns (ShareGPT) that have another name here. */
const SPEAKERS: Record<string, string> = { human: 'user', gpt: 'assistant', observation: 'tool' }

/** Reads one message whatever release it is of; nothing of it is lost, what no field names goes to `extra`. Notes say what did not parse. */
export function readMessage(turn: JsonObject, index: number, notes: string[]): Message {
  const raw = ofSpeaker(turn)
  const reasoning = readReasoning(raw)
  const calls = readCalls(raw)
  for (const [position, call] of calls.entries()) {
    if (call.argumentsError !== null) notes.push(`Arguments of call ${position} in message ${index} are not JSON: ${call.argumentsError}.`)
  }
  const answers = listField(raw.tool_call_ids) ?? []
  const isLoneAnswer = answers.length === 1
  const known = [...TEXTS.filter((key) => isTextOrNull(raw[key])), ...CALLS.filter((key) => calls.length > 0 || isNothing(raw[key]))]
  const extra = omit(raw, ['role', 'content', ...known, ...reasoning.keys, ...(isLoneAnswer ? ['tool_call_ids'] : [])])
  return {
    index,
    role: readRole(raw.role),
    content: textOf(raw.content),
    reasoning: reasoning.text,
    calls,
    result: null,
    name: textField(raw.name),
    toolCallId: textField(raw.tool_call_id) ?? (isLoneAnswer ? textField(answers[0]) : null),
    extra: isPlainText(raw.content) ? extra : { ...extra, content: raw.content ?? null },
  }
}

/** A turn that says who speaks in `from` and what in `value`, as role and content; `from` stays beside them where it has another name. */
function ofSpeaker(turn: JsonObject): JsonObject {
  const { from, value } = turn
  if (typeof from !== 'string' || value === undefined || turn.role !== undefined || turn.content !== undefined) return turn
  const role = Object.hasOwn(SPEAKERS, from) ? SPEAKERS[from] : undefined
  return { ...omit(turn, role === undefined ? ['from', 'value'] : ['value']), role: role ?? from, content: value }
}

function readRole(role: Json | undefined): string {
  if (typeof role === 'string') return role
  return role === undefined || role === null ? 'unknown' : JSON.stringify(role)
}

/** A calls field that says nothing; one that says something no reader understands stays in `extra`. */
function isNothing(value: Json | undefined): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/**
 * The first reasoning field with a text in it, else the first empty one. `keys` are the fields this accounts for: the one taken, those that
 * say nothing, and those that repeat it.
 */
function readReasoning(raw: JsonObject): { text: string | null; keys: string[] } {
  const texts = [...REASONING.map((key) => ({ key, value: raw[key] })), { key: '', value: nativeReasoning(raw) }]
  const full = texts.find(({ value }) => typeof value === 'string' && value !== '')
  const empty = texts.find(({ value }) => value === '')
  const text = full?.value ?? empty?.value
  const told = typeof text === 'string' ? text : null
  const keys = texts.filter(({ value }) => value === null || value === '' || value === told).map(({ key }) => key)
  return { text: told, keys }
}

/** mini-swe-agent keeps the model's whole answer beside the message. */
function nativeReasoning(raw: JsonObject): Json | undefined {
  const choices = listField(at(raw, 'extra', 'response', 'choices'))
  const message = at(choices?.[0], 'message')
  return at(message, 'reasoning_content') ?? at(message, 'reasoning')
}
