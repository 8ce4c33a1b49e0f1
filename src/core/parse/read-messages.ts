import { isJsonObject, type Json, type JsonObject } from '#record'
import { listField } from './json-fields.ts'

/** The conversation column opened into message objects. */
export interface MessageList {
  items: JsonObject[]
  notes: string[]
}

/**
 * Opens a conversation column by the seed tutorial's rule: the column or single messages may be JSON texts; a text that is not JSON is a message
 * of role `unknown`; what is no object is left out, and noted. Null when the column holds no list at all.
 */
export function readMessageList(column: Json | undefined): MessageList | null {
  const list = listField(column)
  if (list === null) return null
  const notes: string[] = []
  const items = list.flatMap((item, position) => {
    const message = typeof item === 'string' ? opened(item) : item
    if (isJsonObject(message)) return [message]
    notes.push(`Message ${position} is ${describe(message)}, not an object, and was left out.`)
    return []
  })
  return { items, notes }
}

function opened(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return { role: 'unknown', content: text }
  }
}

function describe(value: Json): string {
  return Array.isArray(value) ? 'a list' : (JSON.stringify(value) ?? 'nothing').slice(0, 40)
}
