import type { EncodedText, TextEncoder } from '../types.ts'
import { BytePlaces } from './byte-places.ts'
import { mergedTokens } from './count-long-merges.ts'
import type { Encoding } from './encoding.ts'
import { CountMemo } from './file/count-memo.ts'
import { hashWith } from './hash.ts'
import { textUnits } from './text-units.ts'
import { TokenList } from './token-list.ts'
import { NO_RANK, type TokenTable } from './token-table.ts'
import { utf8Units } from './utf8-units.ts'

type Tokens = { id: number; bytes: number }[]

/** Encodes by one of tiktoken's encodings: `encode` with all special words allowed. */
export class RankEncoder implements TextEncoder {
  readonly encoding: string
  readonly #pieceEnd: Encoding['pieceEnd']
  readonly #table: TokenTable
  readonly #specials: [string, number][]
  readonly #memo = new CountMemo<Tokens>()

  constructor({ id, pieceEnd, tokens, specials }: Encoding) {
    this.encoding = id
    this.#pieceEnd = pieceEnd
    this.#table = tokens()
    this.#specials = Object.entries(specials)
  }

  encode(text: string): EncodedText {
    const list = new TokenList()
    let at = 0
    for (const { start, word, id } of this.#specialsIn(text)) {
      this.#encodePlain(text.slice(at, start), at, list)
      at = start + word.length
      list.push(id, start, at)
    }
    this.#encodePlain(text.slice(at), at, list)
    return list.done()
  }

  /** In the order of the text. No word is a part of another. */
  #specialsIn(text: string): { start: number; word: string; id: number }[] {
    const found: { start: number; word: string; id: number }[] = []
    for (const [word, id] of this.#specials) {
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) found.push({ start, word, id })
    }
    return found.sort((a, b) => a.start - b.start)
  }

  #encodePlain(text: string, shift: number, list: TokenList): void {
    const ends: number[] = []
    const units = textUnits(text)
    for (let at = 0; at < text.length; at = ends.at(-1) ?? text.length) ends.push(this.#pieceEnd(units, at, text.length))
    const places = new BytePlaces(text)
    let from = 0
    for (const end of ends) {
      for (const { id, bytes } of this.#memo.get(text.slice(from, end), this.#encodePiece)) {
        const { start, end: last } = places.take(bytes)
        list.push(id, shift + start, shift + last)
      }
      from = end
    }
  }

  readonly #encodePiece = (piece: string): Tokens => {
    const bytes = utf8Units(textUnits(piece), 0, piece.length)
    const rank = this.#table.rank(bytes, 0, bytes.length, bytes.reduce(hashWith, 0))
    return rank === NO_RANK ? mergedTokens(bytes, 0, bytes.length, this.#table) : [{ id: this.#table.idOf(rank), bytes: bytes.length }]
  }
}
