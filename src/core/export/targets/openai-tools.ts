import { isJsonObject, type JsonObject } from '#record'
import type { NoteBook } from '../chat/note-book.ts'

const KEYS = ['name', 'description', 'parameters', 'strict']
const OTHER = /[^a-zA-Z0-9_-]/g
const LONGEST = 64

/** What is told where {@link openaiName} changed one. */
export const NAMES = 'Names of tools keep only letters, digits, _ and -, 64 at most.'

/** A tool's name as the service takes it. */
export function openaiName(name: string): string {
  return name.replace(OTHER, '_').slice(0, LONGEST) || '_'
}

/** Tool definitions with no key but those the service knows. */
export function openaiTools(tools: readonly JsonObject[], book: NoteBook): JsonObject[] {
  return tools.map((tool) => {
    const called = isJsonObject(tool.function) ? tool.function : {}
    const kept = Object.fromEntries(KEYS.flatMap((key) => (called[key] === undefined || called[key] === null ? [] : [[key, called[key]]])))
    const isLess =
      Object.keys(tool).some((key) => key !== 'type' && key !== 'function') || Object.keys(called).some((key) => !(key in kept))
    if (isLess) book.tell('lost', 'tools', null, 'Keys of tool definitions that the service does not know stay behind.')
    const name = openaiName(String(called.name))
    if (name !== called.name) book.tell('changed', 'tools', null, NAMES)
    return { type: 'function', function: { ...kept, name } }
  })
}
