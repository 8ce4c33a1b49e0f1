import { type Call, isJsonObject, type Json, type JsonObject, type Message, type RowNote } from '#record'
import { type EditedExample, isWrittenInContent } from '#review'
import type { Chat, ChatCall, ChatMessage } from './chat.ts'

/** Roles every trainer knows. */
const ROLES = new Set(['system', 'user', 'assistant', 'tool'])

/** The chat of an example as it leaves, and what of it could not be said in one. */
export interface ChatOfExample {
  chat: Chat
  notes: RowNote[]
}

/**
 * An example as a chat. Arguments are what they parse to; those that are no JSON object stay the text they are, which is noted. Calls that a run wrote
 * into its text stay there, and so do their results, in the role they came in: such a run teaches its own protocol. Other results become `tool` messages
 * with the id of the call they answer.
 */
export function chatOf({ example, masked }: EditedExample): ChatOfExample {
  const { messages } = example
  const isMasked = new Set(masked)
  const notes: RowNote[] = []
  const chat: Chat = {
    messages: messages.map((message) => chatMessage(message, messages, notes)),
    indexes: messages.map(({ index }) => index),
    tools: example.tools.flatMap((tool) => toolOf(tool)),
    masked: new Set(messages.flatMap(({ index }, place) => (isMasked.has(index) ? [place] : []))),
  }
  if (chat.tools.length < example.tools.length) {
    notes.push(note('lost', 'tools', [], `${example.tools.length - chat.tools.length} tool definitions are no objects and stay behind.`))
  }
  return { chat, notes }
}

function chatMessage(message: Message, all: readonly Message[], notes: RowNote[]): ChatMessage {
  const { index, content, reasoning, calls } = message
  const answered = answeredCall(message, all)
  const role = answered ? 'tool' : roleOf(message, notes)
  const written = calls.flatMap((call, place) => (isWrittenInContent(call.protocol) ? [] : [chatCall(call, index, place, notes)]))
  if (role === 'tool' && !answered) notes.push(note('lost', 'call-id', [index], `The answer in message ${index} belongs to no call.`))
  return {
    role,
    content,
    ...(reasoning === null ? {} : { reasoning_content: reasoning }),
    ...(written.length === 0 ? {} : { tool_calls: written }),
    ...(answered ?? {}),
  }
}

function roleOf({ role, index }: Message, notes: RowNote[]): ChatMessage['role'] {
  if (ROLES.has(role)) return role as ChatMessage['role']
  notes.push(note('changed', 'role', [index], `Message ${index} has the role ${JSON.stringify(role)}, which leaves as user.`))
  return 'user'
}

/** Id and tool of the call a message answers; null where it answers none that is a call of its own. */
function answeredCall({ result }: Message, all: readonly Message[]): { tool_call_id: string; name: string } | null {
  if (!result?.call) return null
  const { messageIndex, callIndex } = result.call
  const call = all[messageIndex]?.calls[callIndex]
  if (!call || isWrittenInContent(call.protocol)) return null
  return { tool_call_id: callId(call, messageIndex, callIndex), name: call.name }
}

function callId({ id }: Call, messageIndex: number, callIndex: number): string {
  return id ?? `call_${messageIndex}_${callIndex}`
}

function chatCall(call: Call, index: number, place: number, notes: RowNote[]): ChatCall {
  return { id: callId(call, index, place), type: 'function', function: { name: call.name, arguments: argumentsOf(call, index, notes) } }
}

function argumentsOf({ name, arguments: parsed, argumentsText }: Call, index: number, notes: RowNote[]): Json {
  if (isJsonObject(parsed)) return parsed
  notes.push(
    note('changed', 'arguments', [index], `Arguments of ${name} in message ${index} are no JSON object and stay the text they are.`),
  )
  return argumentsText
}

/** A definition with `function`, or the function itself, as the one form trainers read. */
function toolOf(tool: Json): JsonObject[] {
  if (!isJsonObject(tool)) return []
  return [isJsonObject(tool.function) ? tool : { type: 'function', function: tool }]
}

function note(kind: RowNote['kind'], about: RowNote['about'], messages: number[], text: string): RowNote {
  return { kind, about, policy: null, messages, text }
}
