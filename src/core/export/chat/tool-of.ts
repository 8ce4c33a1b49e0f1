import { isJsonObject, type Json, type JsonObject } from '#record'
import type { NoteBook } from './note-book.ts'
import { BROKEN, wellFormed } from './well-formed.ts'

/** A tool's definition as `{type: 'function', function}`, from that or from the function itself; none where it names no tool. */
export function toolOf(tool: Json, book: NoteBook): JsonObject[] {
  const outer = isJsonObject(tool) ? wellFormed(tool) : {}
  const named = isJsonObject(outer.function) ? outer.function : outer
  if (typeof named.name !== 'string' || named.name === '') {
    book.tell('lost', 'tools', null, 'Tool definitions without a name stay behind.')
    return []
  }
  if (outer !== tool) book.tell('changed', 'tools', null, BROKEN)
  const called = withParameters(named, book)
  if (named === outer) return [{ type: 'function', function: called }]
  if (outer.type !== 'function') book.tell('changed', 'tools', null, 'Tool definitions of another type leave as functions.')
  return called === named && outer.type === 'function' ? [outer] : [{ ...outer, type: 'function', function: called }]
}

/** A function whose parameters are an object, or which has none. */
function withParameters(called: JsonObject, book: NoteBook): JsonObject {
  const { parameters, ...rest } = called
  if (parameters === undefined || isJsonObject(parameters)) return called
  if (parameters === null) {
    book.tell('changed', 'tools', null, 'Tools whose parameters are null leave without any.')
    return rest
  }
  const parsed = typeof parameters === 'string' ? parsedObject(parameters) : null
  const text = parsed
    ? 'Parameters of tools that are JSON text leave as the object they are.'
    : 'Parameters of tools that are no object stay behind.'
  book.tell(parsed ? 'changed' : 'lost', 'tools', null, text)
  return parsed ? { ...called, parameters: parsed } : rest
}

function parsedObject(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json
    return isJsonObject(value) ? wellFormed(value) : null
  } catch {
    return null
  }
}
