import { isJsonObject, type Json, type JsonObject } from '#record'
import { cutText } from './cut-text.ts'

/** Deeper values are left to the raw row: nobody unfolds them, and checking them would recurse as deep. */
const DEPTH = 64

/**
 * A value as the page shows it beside the trajectory: long texts cut and what is nested too deep left out, both saying so. The key `__proto__`,
 * which the wire cannot carry, comes in quotes. The raw row has everything as it was.
 */
export function shownJson(value: Json, depth = 0): Json {
  if (typeof value === 'string') return shownText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEPTH) return '… nested deeper; the raw row has all of it'
  if (Array.isArray(value)) return value.map((item) => shownJson(item, depth + 1))
  return isJsonObject(value) ? shownObject(value, depth) : value
}

/** See {@link shownJson}. */
export function shownObject(value: JsonObject, depth = 0): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key === '__proto__' ? '"__proto__"' : key, shownJson(item, depth + 1)]),
  )
}

function shownText(value: string): string {
  const { text, size } = cutText(value)
  return text.length === size ? value : `${text}… ${(size - text.length).toLocaleString('en')} more characters; the raw row has all of it`
}
