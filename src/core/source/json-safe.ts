import type { Json, JsonObject } from '#record'

/**
 * Makes a decoded value survive a trip through JSON: bigint becomes a number where that is exact, else its digits; dates become ISO 8601,
 * bytes UTF-8 text, typed arrays lists, undefined and non-finite numbers null.
 */
export function jsonSafe(value: unknown): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
    case 'object':
      return value === null ? null : safeObject(value)
    default:
      return null
  }
}

function safeObject(value: object): Json {
  if (Array.isArray(value)) return value.map(jsonSafe)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8')
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number | bigint>, jsonSafe)
  if (value instanceof Map) return entriesToObject([...value].map(([key, item]) => [String(key), item]))
  return entriesToObject(Object.entries(value))
}

/** `Object.fromEntries` defines keys instead of assigning them, so `__proto__` stays data. */
function entriesToObject(entries: [string, unknown][]): JsonObject {
  return Object.fromEntries(entries.map(([key, item]) => [key, jsonSafe(item)]))
}
