/** Text from outside, made safe to bind: SQLite cuts raw text at a NUL and loses lone surrogates, JSON escapes both. */
export function encodeText(text: string | null): string {
  return JSON.stringify(text)
}

/** Undoes {@link encodeText}. */
export function decodeText(encoded: string): string {
  return JSON.parse(encoded) as string
}

/** Undoes {@link encodeText} where null was allowed. */
export function decodeNullable(encoded: string): string | null {
  return JSON.parse(encoded) as string | null
}

/** An id as UTF-8 bytes, which SQLite compares in code point order. The id must be well formed. */
export function encodeId(id: string): Uint8Array {
  return Buffer.from(id, 'utf8')
}

/** Undoes {@link encodeId}. */
export function decodeId(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
