import { Tokenizer } from '@huggingface/tokenizers'
import type { TextCounter } from '../../types.ts'
import { BpeModel } from './bpe-model.ts'
import { byteLetters } from './byte-letters.ts'
import { withoutByteLevel } from './byte-level.ts'
import { CountMemo } from './count-memo.ts'
import { CountingModel } from './counting-model.ts'
import { joinCounts, type PieceCount, type PieceModel } from './piece-count.ts'
import { stretchesOf } from './stretches.ts'
import type { TokenizerConfig } from './tokenizer-config.ts'
import { UnigramModel } from './unigram-model.ts'
import { WordPieceModel } from './word-piece-model.ts'

/** The models by type. */
const MODELS = { BPE: BpeModel, WordPiece: WordPieceModel, Unigram: UnigramModel } satisfies Record<TokenizerConfig['type'], unknown>

/**
 * Counts by a `tokenizer.json`: as many tokens as the library's `encode` gives without special tokens around the text. Added and special tokens
 * that are written in a text count as one token each, as the library and the model's own tokenizer read them. The library normalizes a text and cuts
 * it into pieces; what a piece costs is counted here, once as long as it is remembered, in time that never grows by the square.
 */
export class FileCounter implements TextCounter {
  readonly encoding: string
  readonly #tokenizer: Tokenizer
  readonly #model: PieceModel
  readonly #memo = new CountMemo()
  readonly #isByteLevel: boolean
  #counted = 0

  /** @throws what the library throws at a normalizer or pre-tokenizer it does not know */
  constructor(encoding: string, config: TokenizerConfig) {
    const { type, model, normalizer, addedTokens } = config
    const { preTokenizer, isByteLevel } = withoutByteLevel(config.preTokenizer)
    const around = { normalizer, pre_tokenizer: preTokenizer, added_tokens: addedTokens, post_processor: null, decoder: null }
    this.encoding = encoding
    this.#isByteLevel = isByteLevel
    this.#model = new MODELS[type](model, addedTokens)
    this.#tokenizer = new Tokenizer({ ...around, model: { type: 'BPE', vocab: {}, merges: [] } }, {})
    this.#tokenizer.model = new CountingModel((pieces) => this.#take(pieces))
  }

  count(text: string): number {
    let total = 0
    for (const stretch of stretchesOf(text)) total += this.#countStretch(stretch)
    return total
  }

  /** What the library gives back are the added tokens; the others were taken on the way. A run too long for its expressions' stack is halved. */
  #countStretch(text: string): number {
    this.#counted = 0
    try {
      return this.#tokenizer.tokenize(text).length + this.#counted
    } catch (error) {
      if (!(error instanceof RangeError) || text.length < 2) throw error
      const middle = text.length >> 1
      return this.#countStretch(text.slice(0, middle)) + this.#countStretch(text.slice(middle))
    }
  }

  /** Gives no tokens back: what the library returns are the added ones then. */
  #take(pieces: readonly string[]): string[] {
    if (this.#model.fusesUnknown)
      this.#counted += joinCounts(
        pieces.map((piece) => this.#countPiece(piece)),
        true,
      ).tokens
    else for (const piece of pieces) this.#counted += this.#countPiece(piece).tokens
    return []
  }

  #countPiece(piece: string): PieceCount {
    return this.#memo.get(piece, this.#countNew)
  }

  readonly #countNew = (piece: string): PieceCount => this.#model.count(this.#isByteLevel ? byteLetters(piece) : piece)
}
