import { isJsonObject, type Json, type JsonObject } from '#record'
import { RowRefused } from './seen.ts'

/** The object a value is. @throws RowRefused */
export function objectAt(value: Json | undefined, where: string): JsonObject {
  if (isJsonObject(value)) return value
  throw new RowRefused(where, `an object is needed, here is ${nameOf(value)}`)
}

/** The list a value is, with something in it unless told otherwise. @throws RowRefused */
export function listAt(value: Json | undefined, where: string, least = 1): Json[] {
  if (!Array.isArray(value)) throw new RowRefused(where, `a list is needed, here is ${nameOf(value)}`)
  if (value.length < least) throw new RowRefused(where, `the list must hold at least ${least}, here are ${value.length}`)
  return value
}

/** The string a value is. @throws RowRefused */
export function stringAt(value: Json | undefined, where: string): string {
  if (typeof value === 'string') return value
  throw new RowRefused(where, `a string is needed, here is ${nameOf(value)}`)
}

/** The string a value is, which says something. @throws RowRefused */
export function wordAt(value: Json | undefined, where: string): string {
  const word = stringAt(value, where)
  if (word === '') throw new RowRefused(where, 'the string must not be empty')
  return word
}

/** Refuses keys nobody knows there. @throws RowRefused */
export function onlyKeys(value: JsonObject, known: readonly string[], where: string): void {
  const unknown = Object.keys(value).filter((key) => !known.includes(key))
  if (unknown.length > 0)
    throw new RowRefused(where, `unknown ${unknown.map((key) => JSON.stringify(key)).join(', ')}; known are ${known.join(', ')}`)
}

/** What a JSON text holds. @throws RowRefused */
export function parsedAt(text: string, where: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    throw new RowRefused(where, `no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The rows of a JSONL file: objects, one a line, each line ended. @throws RowRefused naming the line */
export function rowsOf(text: string): JsonObject[] {
  if (text === '') return []
  if (text.startsWith('\ufeff')) throw new RowRefused('row 1', 'no byte order mark may stand before it')
  if (!text.endsWith('\n')) throw new RowRefused('the last row', 'every row ends with a line break')
  return text
    .slice(0, -1)
    .split('\n')
    .map((line, index) => objectAt(parsedAt(line, `row ${index + 1}`), `row ${index + 1}`))
}

function nameOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
