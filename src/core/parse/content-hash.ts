import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '#record'

/** sha256 (hex) of a row's canonical JSON: the name of the bytes a decision is about. */
export function contentHashOf(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
