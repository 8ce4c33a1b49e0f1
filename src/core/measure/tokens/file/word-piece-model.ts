import type { JsonObject } from '#record'
import type { PieceCount, PieceModel } from './piece-count.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** Longest match first: the library's tries every end of the word, this one no more than the longest token. */
export class WordPieceModel implements PieceModel {
  readonly fusesUnknown: boolean
  readonly #vocabulary: Vocabulary
  readonly #prefix: string
  readonly #longestWord: number
  /** In UTF-16 units, with the prefix. */
  readonly #longestToken: number

  constructor(model: JsonObject, addedTokens: readonly JsonObject[]) {
    this.fusesUnknown = model.fuse_unk === true
    this.#vocabulary = vocabularyOf(model, addedTokens)
    // The library writes a missing prefix as it is written in JavaScript.
    this.#prefix = String(model.continuing_subword_prefix)
    this.#longestWord = Number(model.max_input_chars_per_word ?? 100)
    const tokens = [...Object.keys(model.vocab as JsonObject), ...addedTokens.map(({ content }) => String(content))]
    this.#longestToken = tokens.reduce((longest, token) => Math.max(longest, token.length), 0)
  }

  count(piece: string): PieceCount {
    const starts = startsOf(piece)
    const length = starts.length - 1
    if (length > this.#longestWord) return this.#vocabulary.unknown
    let tokens = 0
    for (let start = 0; start < length; tokens += 1) {
      const end = this.#matchEnd(piece, starts, start)
      if (end === start) return this.#vocabulary.unknown
      start = end
    }
    return { tokens, startsUnknown: false, endsUnknown: false }
  }

  /** Where the longest token that begins at a character ends; at itself when there is none. */
  #matchEnd(piece: string, starts: readonly number[], start: number): number {
    const prefix = start > 0 ? this.#prefix : ''
    const from = starts[start] ?? 0
    let end = Math.min(starts.length - 1, start + this.#longestToken)
    while (end > start && !this.#vocabulary.has(prefix + piece.slice(from, starts[end]))) end -= 1
    return end
  }
}

/** Where each character starts, and where the last one ends. */
function startsOf(piece: string): number[] {
  const starts = [0]
  for (const char of piece) starts.push((starts.at(-1) ?? 0) + char.length)
  return starts
}
