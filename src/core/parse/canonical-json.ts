import { createHash } from 'node:crypto'
import type { Json } from '#record'

/** JSON text with the keys of every object sorted by UTF-16 code units and no white space: equal values give equal texts. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${entries.join(',')}}`
}

/** sha256 (hex) of a row's canonical JSON: the name of the bytes a decision is about. */
export function contentHashOf(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
