import type { JsonObject } from '#record'
import { oneToken, type PieceCount } from './piece-count.ts'

/** The tokens a model knows, and what it makes of what it does not. */
export interface Vocabulary {
  has(token: string): boolean
  /** The count of what a model was left with: a token; or its UTF-8 bytes, where each of them is a token; or something unknown. */
  countLeft(text: string): PieceCount
  /** The tokens {@link countLeft} counts. */
  tokensLeft(text: string): string[]
  /** Id of a token that is known. */
  idOf(token: string): number | undefined
  /** The count of the unknown token itself: none when the model has no such token. */
  unknown: PieceCount
}

const NOTHING: PieceCount = { tokens: 0, startsUnknown: false, endsUnknown: false }

/** The vocabulary of a model with `vocab` by token. Added tokens are known too, as in the library. */
export function vocabularyOf(model: JsonObject, addedTokens: readonly JsonObject[]): Vocabulary {
  const ids = new Map(Object.entries(model.vocab as Record<string, number>))
  const { unk_token: unknownToken } = model
  const unknownId = typeof unknownToken === 'string' ? ids.get(unknownToken) : undefined
  for (const { content, id } of addedTokens) ids.set(String(content), Number(id))
  const isUnknown = (token: string): boolean => (ids.get(token) ?? unknownId) === unknownId
  const unknown = typeof unknownToken === 'string' ? oneToken(isUnknown(unknownToken)) : NOTHING
  const hasBytes = model.byte_fallback === true
  const bytesOf = (text: string): string[] => {
    const bytes = hasBytes ? [...Buffer.from(text, 'utf8')].map(byteToken) : []
    return bytes.every((token) => ids.has(token)) ? bytes : []
  }
  return {
    has: (token) => ids.has(token),
    countLeft(text) {
      if (ids.has(text)) return oneToken(isUnknown(text))
      const bytes = bytesOf(text)
      return bytes.length > 0 ? { ...NOTHING, tokens: bytes.length } : unknown
    },
    tokensLeft(text) {
      if (ids.has(text)) return [text]
      const bytes = bytesOf(text)
      if (bytes.length > 0) return bytes
      return typeof unknownToken === 'string' ? [unknownToken] : []
    },
    idOf: (token) => ids.get(token),
    unknown,
  }
}

/** How a byte is written in a vocabulary that falls back to them: `<0x0A>`. */
function byteToken(byte: number): string {
  return `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`
}
