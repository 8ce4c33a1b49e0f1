import { Tokenizer } from '@huggingface/tokenizers'
import type { EncodedText, TextEncoder } from '../../types.ts'
import { BytePlaces } from '../byte-places.ts'
import { TokenList } from '../token-list.ts'
import { BpeModel } from './bpe-model.ts'
import { byteLetters, textOfLetters } from './byte-letters.ts'
import { withoutByteLevel, writesLetters } from './byte-level.ts'
import { CountMemo } from './count-memo.ts'
import { CountingModel } from './counting-model.ts'
import { stretchesOf } from './stretches.ts'
import type { TokenizerConfig } from './tokenizer-config.ts'

/** Stands in the library's answer for one section of pieces that was taken. */
const SECTION = '\u0000'

/** A piece that stands further from where the one before ended was changed by the normalizer, and is not looked for. */
const NEAR = 64

/** Tokens of a piece: their ids, and how long each is, in bytes where pieces are bytes, else in UTF-16 units. */
type Tokens = { id: number; length: number }[]

/**
 * Encodes by a `tokenizer.json` with a byte-pair model: the ids the library's `encode` gives without special tokens around the text. Where a normalizer
 * changes the text, the places of tokens between two special words are as near as can be told.
 */
export class FileEncoder implements TextEncoder {
  readonly encoding: string
  readonly #tokenizer: Tokenizer
  readonly #model: BpeModel
  readonly #memo = new CountMemo<Tokens>()
  /** What a piece is: text whose bytes become letters, such letters, or text with `▁` for blanks. */
  readonly #pieces: 'text' | 'letters' | 'blanks'
  #sections: string[][] = []

  /** @throws what the library throws at a normalizer or pre-tokenizer it does not know */
  constructor(encoding: string, config: TokenizerConfig) {
    const { model, normalizer, addedTokens } = config
    const { preTokenizer, isByteLevel } = withoutByteLevel(config.preTokenizer)
    const around = { normalizer, pre_tokenizer: preTokenizer, added_tokens: addedTokens, post_processor: null, decoder: null }
    this.encoding = encoding
    this.#pieces = isByteLevel ? 'text' : writesLetters(preTokenizer) ? 'letters' : 'blanks'
    this.#model = new BpeModel(model, addedTokens)
    this.#tokenizer = new Tokenizer({ ...around, model: { type: 'BPE', vocab: {}, merges: [] } }, {})
    this.#tokenizer.model = new CountingModel((pieces) => {
      this.#sections.push([...pieces])
      return [SECTION]
    })
  }

  encode(text: string): EncodedText {
    const list = new TokenList()
    let at = 0
    for (const stretch of stretchesOf(text)) {
      this.#encodeStretch(stretch, at, list)
      at += stretch.length
    }
    return list.done()
  }

  /** A run too long for the library's expressions' stack is halved. */
  #encodeStretch(text: string, shift: number, list: TokenList): void {
    this.#sections = []
    let found: string[]
    try {
      found = this.#tokenizer.tokenize(text)
    } catch (error) {
      if (!(error instanceof RangeError) || text.length < 2) throw error
      const middle = text.length >> 1
      this.#encodeStretch(text.slice(0, middle), shift, list)
      this.#encodeStretch(text.slice(middle), shift + middle, list)
      return
    }
    const sections = this.#sections.values()
    let at = 0
    for (const [place, token] of found.entries()) {
      if (token !== SECTION) {
        const start = Math.max(at, text.indexOf(token, at))
        at = Math.min(text.length, start + token.length)
        list.push(this.#model.idOf(token) ?? 0, shift + start, shift + at)
        continue
      }
      const next = found[place + 1]
      const end = next === undefined || next === SECTION ? -1 : text.indexOf(next, at)
      at = this.#encodeSection(sections.next().value ?? [], text, { at, end: end < 0 ? text.length : end, shift }, list)
    }
  }

  /** Gives where the section ends, as far as its pieces tell. */
  #encodeSection(
    pieces: readonly string[],
    text: string,
    { at, end, shift }: { at: number; end: number; shift: number },
    list: TokenList,
  ): number {
    let from = at
    for (const piece of pieces) {
      const tokens = this.#memo.get(piece, this.#encodePiece)
      const { start, length } = placeOf(this.#shown(piece), text, from, end)
      const places = this.#pieces === 'blanks' ? new UnitPlaces(start) : new BytePlaces(text, start)
      for (const token of tokens) {
        const place = places.take(token.length)
        list.push(token.id, shift + Math.min(place.start, end), shift + Math.min(place.end, start + length))
      }
      from = start + length
    }
    return from
  }

  /** A piece as it stands in the text, as far as that can be told. */
  #shown(piece: string): string {
    if (this.#pieces === 'letters') return textOfLetters(piece) ?? piece
    return this.#pieces === 'blanks' ? piece.replaceAll('▁', ' ') : piece
  }

  readonly #encodePiece = (piece: string): Tokens =>
    this.#model.tokens(this.#pieces === 'text' ? byteLetters(piece) : piece).map((token) => ({
      id: this.#model.idOf(token) ?? 0,
      length: token.length,
    }))
}

/** Walks along a text by UTF-16 units. */
class UnitPlaces {
  #at: number

  constructor(at: number) {
    this.#at = at
  }

  take(units: number): { start: number; end: number } {
    const start = this.#at
    this.#at += units
    return { start, end: this.#at }
  }
}

/** Where a piece stands from a place on; without the blank that some tokenizers put in front; else as near as it can be. */
function placeOf(piece: string, text: string, from: number, end: number): { start: number; length: number } {
  for (const shown of [piece, piece.startsWith(' ') ? piece.slice(1) : piece]) {
    if (text.startsWith(shown, from)) return { start: from, length: shown.length }
    const near = text.slice(from, Math.min(end, from + NEAR + shown.length)).indexOf(shown)
    if (near >= 0) return { start: from + near, length: shown.length }
  }
  return { start: Math.min(from, end), length: Math.max(0, Math.min(piece.length, end - from)) }
}
