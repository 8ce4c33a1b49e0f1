import { isJsonObject, type JsonObject } from '#record'
import type { Chat } from '../chat/chat.ts'
import type { NoteBook } from '../chat/note-book.ts'
import { sharegptTurns } from './llamafactory-turns.ts'

/** A line of the file: every row has the same columns, all of them texts. */
export interface SharegptRow {
  conversations: { from: 'human' | 'observation' | 'gpt' | 'function_call'; value: string }[]
  system: string
  /** A JSON list, or nothing. */
  tools: string
}

/**
 * A chat as LLaMA-Factory reads one: context and turns one by one, beginning with context and ending with a turn. It skips every other row with a warning
 * in its log, so what cannot be brought into that form stays out here, with a note.
 *
 * @returns null when the example stays out
 */
export function sharegptRow(chat: Chat, argumentTexts: ReadonlyMap<string, string>, book: NoteBook): SharegptRow | null {
  const first = chat.messages.findIndex(({ role }) => role !== 'system')
  const begin = first === -1 ? chat.messages.length : first
  for (const index of chat.indexes.slice(0, begin > 1 ? begin : 0))
    book.tell('changed', 'role', index, 'System messages are joined to one.')
  const turns = sharegptTurns(chat, begin, argumentTexts, book)
  return (
    turns && {
      conversations: turns,
      system: chat.messages
        .slice(0, begin)
        .map(({ content }) => content)
        .join('\n\n'),
      tools: chat.tools.length === 0 ? '' : JSON.stringify(chat.tools.map((tool) => withProperties(tool, book))),
    }
  )
}

/** Its default tool format reads the `properties` of each tool's `parameters`, each an object, and stops the run where there are none. */
function withProperties(tool: JsonObject, book: NoteBook): JsonObject {
  const called = isJsonObject(tool.function) ? tool.function : {}
  const parameters = isJsonObject(called.parameters) ? called.parameters : { type: 'object' }
  const given = isJsonObject(parameters.properties) ? Object.entries(parameters.properties) : null
  const kept = (given ?? []).filter(([, property]) => isJsonObject(property))
  if (given && kept.length === given.length) return tool
  const text = given
    ? 'Properties of tools that are no object, such as null, stay behind.'
    : 'Tools without parameters get an empty list of them.'
  book.tell(given ? 'lost' : 'changed', 'tools', null, text)
  return { ...tool, function: { ...called, parameters: { ...parameters, properties: Object.fromEntries(kept) } } }
}
