import { isJsonObject, type Json } from '#record'
import type { Answer } from './transport.ts'

/** A refusal is a sentence; what is longer is a page for browsers. */
const MOST_BYTES = 64 * 1024

/** What a refusal says in its body: the Hub's `{"error": "..."}`. Null for anything else. */
export async function saidIn(answer: Answer): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.chunks()) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return null
    chunks.push(chunk)
  }
  return errorIn(Buffer.concat(chunks).toString())
}

function errorIn(text: string): string | null {
  try {
    const said = JSON.parse(text) as Json
    return isJsonObject(said) && typeof said.error === 'string' ? said.error : null
  } catch {
    return null
  }
}
