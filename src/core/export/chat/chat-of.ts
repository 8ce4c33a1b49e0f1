import { type Call, isJsonObject, type Json, type JsonObject, type Message, type RowNote } from '#record'
import type { EditedExample } from '#review'
import { callIds } from './call-ids.ts'
import type { Chat, ChatCall, ChatMessage } from './chat.ts'
import { NoteBook } from './note-book.ts'
import { mayBeBroken, wellFormed } from './well-formed.ts'

/** Roles every trainer knows. */
const ROLES = new Set(['system', 'user', 'assistant', 'tool'])

const BROKEN = 'Halves of UTF-16 pairs, which no UTF-8 file can hold, leave as U+FFFD.'

/** The chat of an example as it leaves, and what of it could not be said in one. */
export interface ChatOfExample {
  chat: Chat
  /** Arguments as the row has them, letter by letter, by the call's id: JSON objects, else the text that they are in the chat too. */
  argumentTexts: ReadonlyMap<string, string>
  notes: RowNote[]
}

/** What the messages of one example are written with. */
interface Making {
  all: readonly Message[]
  ids: ReadonlyMap<Call, string>
  texts: Map<string, string>
  book: NoteBook
}

/**
 * An example as a chat. Arguments are what they parse to; those that are no JSON object stay the text they are, which is noted. Calls that a run wrote
 * into its text stay there, and so do their results, in the role they came in: such a run teaches its own protocol. Other results become `tool` messages
 * with the id of the call they answer, and no two calls have one id.
 *
 * @param book what is noted is told here too
 */
export function chatOf({ example, masked }: EditedExample, book = new NoteBook()): ChatOfExample {
  const { messages } = example
  const isMasked = new Set(masked)
  const making: Making = { all: messages, ids: callIds(messages, book), texts: new Map(), book }
  const chat: Chat = {
    messages: messages.map((message) => chatMessage(message, making)),
    indexes: messages.map(({ index }) => index),
    tools: example.tools.flatMap((tool) => toolOf(tool, book)),
    masked: new Set(messages.flatMap(({ index }, place) => (isMasked.has(index) ? [place] : []))),
  }
  return { chat, argumentTexts: making.texts, notes: book.notes }
}

function chatMessage(message: Message, making: Making): ChatMessage {
  const { index, content, reasoning, calls } = message
  const answered = answeredCall(message, making)
  const role = answered ? 'tool' : roleOf(message, making.book)
  const own = calls.filter((call) => making.ids.has(call))
  if (role === 'tool' && !answered) making.book.tell('lost', 'call-id', index, 'Answers belong to no call.')
  if (role !== 'assistant' && own.length > 0) making.book.tell('lost', 'call', index, `Calls of a message of the role ${role} stay behind.`)
  const text = (field: 'content' | 'reasoning', value: string) => whole(value, field, index, making.book)
  return {
    role,
    content: text('content', content),
    ...(reasoning === null ? {} : { reasoning_content: text('reasoning', reasoning) }),
    ...(role === 'assistant' && own.length > 0 ? { tool_calls: own.map((call) => chatCall(call, index, making)) } : {}),
    ...(answered ?? {}),
  }
}

function whole(text: string, about: 'content' | 'reasoning' | 'call', index: number, book: NoteBook): string {
  if (text.isWellFormed()) return text
  book.tell('changed', about, index, BROKEN)
  return text.toWellFormed()
}

function roleOf({ role, index }: Message, book: NoteBook): ChatMessage['role'] {
  if (ROLES.has(role)) return role as ChatMessage['role']
  book.tell('changed', 'role', index, `The role ${JSON.stringify(role.toWellFormed())} leaves as user.`)
  return 'user'
}

/** Id and tool of the call a message answers; null where it answers none that leaves as a call. */
function answeredCall({ result, role }: Message, { all, ids }: Making): { tool_call_id: string; name: string } | null {
  if (!result?.call || role === 'assistant') return null
  const asking = all[result.call.messageIndex]
  const call = asking?.calls[result.call.callIndex]
  const id = call && ids.get(call)
  if (id === undefined || asking?.role !== 'assistant') return null
  return { tool_call_id: id, name: call?.name.toWellFormed() ?? '' }
}

function chatCall(call: Call, index: number, making: Making): ChatCall {
  const id = making.ids.get(call) ?? ''
  const { value, text } = argumentsOf(call, index, making.book)
  making.texts.set(id, text)
  return { id, type: 'function', function: { name: whole(call.name, 'call', index, making.book), arguments: value } }
}

function argumentsOf(
  { arguments: parsed, argumentsText, argumentsError }: Call,
  index: number,
  book: NoteBook,
): { value: Json; text: string } {
  if (isJsonObject(parsed)) {
    const value = mayBeBroken(argumentsText) ? wellFormed(parsed) : parsed
    if (value !== parsed) book.tell('changed', 'arguments', index, BROKEN)
    return { value, text: value === parsed ? argumentsText : JSON.stringify(value) }
  }
  if (argumentsError === null && argumentsText.trim() === '') {
    book.tell('changed', 'arguments', index, 'Calls without arguments leave with an empty object of them.')
    return { value: {}, text: '{}' }
  }
  book.tell('changed', 'arguments', index, 'Arguments that are no JSON object stay the text they are.')
  const text = argumentsText.toWellFormed()
  return { value: text, text }
}

/** A definition with `function`, or the function itself, as the one form trainers read. */
function toolOf(tool: Json, book: NoteBook): JsonObject[] {
  const named = isJsonObject(tool) && isJsonObject(tool.function) ? tool.function : tool
  if (!isJsonObject(tool) || !isJsonObject(named) || typeof named.name !== 'string') {
    book.tell('lost', 'tools', null, 'Tool definitions without a name stay behind.')
    return []
  }
  const whole = wellFormed(tool)
  if (whole !== tool) book.tell('changed', 'tools', null, BROKEN)
  return [named === tool ? { type: 'function', function: whole } : whole]
}
