import { type Call, isJsonObject, type Json, type JsonObject, type Message, type RowNote } from '#record'
import type { EditedExample } from '#review'
import { callIds } from './call-ids.ts'
import type { Chat, ChatCall, ChatMessage } from './chat.ts'
import { NoteBook } from './note-book.ts'
import { toolOf } from './tool-of.ts'
import { BROKEN, mayBeBroken, wellFormed } from './well-formed.ts'

/** Roles every trainer knows. */
const ROLES = new Set(['system', 'user', 'assistant', 'tool'])

/** What a call is of whose tool the row does not name: templates and services want a name. */
const UNNAMED = 'unnamed'

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
  /** Ids of calls that have their answer: a call has one. */
  answered: Set<string>
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
  const making: Making = { all: messages, ids: callIds(messages, book), texts: new Map(), answered: new Set(), book }
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
  const { book, ids } = making
  const answered = answeredCall(message, making)
  const role = answered ? 'tool' : roleOf(message, book)
  const own = calls.filter((call) => ids.has(call))
  const isTurn = role === 'assistant'
  if (role === 'tool' && !answered?.tool_call_id)
    book.tell('lost', 'call-id', index, 'Answers belong to no call, or to one that has its answer.')
  if (!isTurn && own.length > 0) book.tell('lost', 'call', index, `Calls of a message of the role ${role} stay behind.`)
  if (!isTurn && reasoning) book.tell('lost', 'reasoning', index, `Reasoning of a message of the role ${role} stays behind.`)
  return {
    role,
    content: whole(content, 'content', index, book),
    ...(isTurn && reasoning !== null ? { reasoning_content: whole(reasoning, 'reasoning', index, book) } : {}),
    ...(isTurn && own.length > 0 ? { tool_calls: own.map((call) => chatCall(call, index, making)) } : {}),
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

/** Id and tool of the call a message answers, the tool alone where the call has its answer; null where it answers none that leaves as a call. */
function answeredCall({ result, role, index }: Message, { all, ids, answered }: Making): Pick<ChatMessage, 'tool_call_id' | 'name'> | null {
  if (!result?.call || role === 'assistant' || result.call.messageIndex >= index) return null
  const asking = all[result.call.messageIndex]
  const call = asking?.calls[result.call.callIndex]
  const id = call && ids.get(call)
  if (!call || id === undefined || asking.role !== 'assistant') return null
  const isFirst = !answered.has(id)
  answered.add(id)
  return { ...(isFirst ? { tool_call_id: id } : {}), name: nameOf(call) }
}

function nameOf({ name }: Call): string {
  return name === '' ? UNNAMED : name.toWellFormed()
}

function chatCall(call: Call, index: number, making: Making): ChatCall {
  const id = making.ids.get(call) ?? ''
  if (call.name === '') making.book.tell('changed', 'call', index, `Calls of no tool leave as calls of ${UNNAMED}.`)
  whole(call.name, 'call', index, making.book)
  const { value, text } = argumentsOf(call, index, making.book)
  making.texts.set(id, text)
  return { id, type: 'function', function: { name: nameOf(call), arguments: value } }
}

function argumentsOf(
  { arguments: parsed, argumentsText, argumentsError }: Call,
  index: number,
  book: NoteBook,
): { value: Json; text: string } {
  const told = (text: string) => book.tell('changed', 'arguments', index, text)
  if (isJsonObject(parsed)) {
    const value = mayBeBroken(argumentsText) ? wellFormed(parsed) : parsed
    if (value !== parsed) told(BROKEN)
    return { value, text: value === parsed ? argumentsText : JSON.stringify(value) }
  }
  const inside = objectInside(parsed)
  if (inside) {
    told('Arguments that were encoded more than once leave as the object they are.')
    return { value: wellFormed(inside), text: JSON.stringify(wellFormed(inside)) }
  }
  if (argumentsError === null && argumentsText.trim() === '') {
    told('Calls without arguments leave with an empty object of them.')
    return { value: {}, text: '{}' }
  }
  told('Arguments that are no JSON object stay the text they are.')
  const text = argumentsText.toWellFormed()
  return { value: text, text }
}

/** The object in a string that is JSON of one, or of such a string; null where there is none. Every round is shorter. */
function objectInside(value: Json): JsonObject | null {
  let inside = value
  while (typeof inside === 'string') {
    try {
      inside = JSON.parse(inside) as Json
    } catch {
      return null
    }
  }
  return isJsonObject(inside) ? inside : null
}
