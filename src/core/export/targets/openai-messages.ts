import { argumentsText } from '../chat/arguments.ts'
import type { Chat, ChatCall, ChatMessage } from '../chat/chat.ts'
import type { NoteBook } from '../chat/note-book.ts'
import { NAMES, openaiName } from './openai-tools.ts'

/** A message with no key but those the service knows. */
export interface OpenaiMessage {
  role: ChatMessage['role']
  content?: string
  tool_calls?: { id: string; type: 'function'; function: { name: string; arguments: string } }[]
  tool_call_id?: string
  /** Of assistant messages: 0 is context only. */
  weight?: 0 | 1
}

/**
 * A chat by the service's rules: it ends with an assistant message, and right behind a turn with calls stands one result for each. What breaks them is
 * put right and told: what stands behind the last turn stays behind, a call without an answer gets an empty one, results elsewhere become user messages.
 */
export function openaiMessages(chat: Chat, argumentTexts: ReadonlyMap<string, string>, book: NoteBook): OpenaiMessage[] {
  const end = chat.messages.findLastIndex(({ role }) => role === 'assistant') + 1
  for (const index of chat.indexes.slice(end))
    book.tell('lost', 'result', index, 'What stands behind the last turn stays behind: a row ends with a turn.')
  const written: OpenaiMessage[] = []
  for (let place = 0; place < end; ) {
    const message = chat.messages[place]
    if (!message) break
    if (message.role !== 'assistant') {
      written.push(contextOf(message, chat.indexes[place] ?? null, book))
      place += 1
      continue
    }
    written.push(turnOf(message, chat.masked.has(place), argumentTexts, chat.indexes[place] ?? null, book))
    let next = place + 1
    while (next < end && chat.messages[next]?.role === 'tool') next += 1
    if (next < end) written.push(...resultsOf(chat, place, next, book))
    place = next
  }
  return written
}

function contextOf({ role, content }: ChatMessage, index: number | null, book: NoteBook): OpenaiMessage {
  if (role !== 'tool') return { role, content }
  book.tell('changed', 'role', index, 'Results that stand behind no turn with their call leave as user.')
  return { role: 'user', content }
}

function turnOf(
  { content, tool_calls: calls = [] }: ChatMessage,
  isMasked: boolean,
  texts: ReadonlyMap<string, string>,
  index: number | null,
  book: NoteBook,
): OpenaiMessage {
  const written = calls.map((call) => ({
    id: call.id,
    type: call.type,
    function: { name: nameOf(call, index, book), arguments: argumentsText(call, texts) },
  }))
  return {
    role: 'assistant',
    ...(content === '' && calls.length > 0 ? {} : { content }),
    ...(calls.length > 0 ? { tool_calls: written } : {}),
    weight: isMasked ? 0 : 1,
  }
}

function nameOf({ function: { name } }: ChatCall, index: number | null, book: NoteBook): string {
  const allowed = openaiName(name)
  if (allowed !== name) book.tell('changed', 'call', index, NAMES)
  return allowed
}

/** One result for each call of the turn, then what else stood there as messages of the user. */
function resultsOf(chat: Chat, turn: number, end: number, book: NoteBook): OpenaiMessage[] {
  const answers = new Map<string, string[]>((chat.messages[turn]?.tool_calls ?? []).map(({ id }) => [id, []]))
  const others: OpenaiMessage[] = []
  for (let place = turn + 1; place < end; place += 1) {
    const message = chat.messages[place]
    const index = chat.indexes[place] ?? null
    const texts = answers.get(message?.tool_call_id ?? '')
    if (texts?.length) book.tell('changed', 'result', index, 'Several results of one call are joined to one.')
    if (texts) texts.push(message?.content ?? '')
    else if (message) others.push(contextOf(message, index, book))
  }
  const results = [...answers].map(([id, texts]): OpenaiMessage => ({ role: 'tool', tool_call_id: id, content: texts.join('\n\n') }))
  const isDangling = [...answers.values()].some((texts) => texts.length === 0)
  if (isDangling)
    book.tell(
      'changed',
      'result',
      chat.indexes[turn] ?? null,
      'Calls that nothing answers get an empty result, which the service asks for.',
    )
  return [...results, ...others]
}
