import { isUtf8 } from 'node:buffer'
import type { Json } from '#record'

/** A JSON text read from bytes, or why it is none. */
export type ParsedBytes = { ok: true; value: Json } | { ok: false; problem: string }

/** Decodes strictly (a broken byte is a problem, never a silent U+FFFD) and parses. A byte order mark is let go. */
export function parseJsonBytes(bytes: Buffer): ParsedBytes {
  if (!isUtf8(bytes)) return { ok: false, problem: 'it is not valid UTF-8' }
  try {
    const text = bytes.toString('utf8')
    return { ok: true, value: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as Json }
  } catch (error) {
    return { ok: false, problem: `it is not JSON (${problemOf(error)})` }
  }
}

/** V8 quotes the text around the fault, which may be anything: keep it short and printable. */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/\p{C}/gu, '.').slice(0, 160)
}
