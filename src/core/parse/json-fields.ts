import { isJsonObject, type Json, type JsonObject } from '#record'

/** A text, or a number written out; null for everything else and for the empty text. */
export function textField(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

/** True for what {@link textField} reads without loss. */
export function isTextOrNull(value: Json | undefined): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number'
}

/** A whole number; null for everything else. */
export function integerField(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null
}

/** An object, also one written as a JSON text; null for everything else. */
export function objectField(value: Json | undefined): JsonObject | null {
  const decoded = decoding(value)
  return isJsonObject(decoded) ? decoded : null
}

/** A list, also one written as a JSON text; null for everything else. */
export function listField(value: Json | undefined): Json[] | null {
  const decoded = decoding(value)
  return Array.isArray(decoded) ? decoded : null
}

/** The value behind a path of keys, JSON texts on the way opened; undefined where the path ends early. */
export function at(value: Json | undefined, ...keys: string[]): Json | undefined {
  let current = value
  for (const key of keys) {
    const holder = objectField(current)
    current = holder !== null && Object.hasOwn(holder, key) ? holder[key] : undefined
  }
  return current
}

/** An object without some keys. Keys are copied as data, `__proto__` too. */
export function omit(value: JsonObject, keys: readonly string[]): JsonObject {
  const kept = Object.keys(value).filter((key) => !keys.includes(key))
  return Object.fromEntries(kept.map((key) => [key, value[key] ?? null]))
}

/** An object without one field of the object in one of its fields; unchanged where there is none. */
export function without(value: JsonObject, field: string, key: string): JsonObject {
  const inner = objectField(value[field])
  return inner === null || !Object.hasOwn(inner, key) ? value : { ...value, [field]: omit(inner, [key]) }
}

/** A JSON text that holds an object or a list, opened; anything else as it was. */
function decoding(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  try {
    return JSON.parse(value) as Json
  } catch {
    return value
  }
}
