import type { JoinedCount, TextCounter } from '../types.ts'
import { countJoined } from './count-joined.ts'
import { countMerges } from './count-merges.ts'
import type { Encoding } from './encoding.ts'
import { hashWith } from './hash.ts'
import type { PieceEnd } from './piece-end.ts'
import { PieceMemo } from './piece-memo.ts'
import { textUnits } from './text-units.ts'
import { NO_RANK, type TokenTable } from './token-table.ts'
import { utf8Units } from './utf8-units.ts'

/** Counts tokens by one encoding. Never holds on to a text. */
export class TokenCounter implements TextCounter {
  readonly encoding: string
  readonly #pieceEnd: PieceEnd
  readonly #tokens: TokenTable
  /** Code and prose repeat their words (4 MB), and tables their runs of blanks (half a MB). */
  readonly #words = new PieceMemo(2 ** 16, 32)
  readonly #runs = new PieceMemo(2 ** 8, 2 ** 10)

  constructor(encoding: Encoding) {
    this.encoding = encoding.id
    this.#pieceEnd = encoding.pieceEnd
    this.#tokens = encoding.tokens()
  }

  /** Number of tokens of a text, special tokens' names counted as ordinary text. Lone surrogates count as U+FFFD. */
  count(text: string): number {
    const units = textUnits(text)
    let total = 0
    for (let at = 0; at < text.length; ) {
      const next = this.#pieceEnd(units, at, text.length)
      total += this.#countPiece(units, at, next)
      at = next
    }
    return total
  }

  countJoined(texts: readonly string[]): JoinedCount {
    return countJoined(texts, this.#pieceEnd, (units, from, to) => this.#countPiece(units, from, to))
  }

  #countPiece(units: Uint16Array, from: number, to: number): number {
    let hash = 0
    let bits = 0
    for (let at = from; at < to; at += 1) {
      const unit = units[at] ?? 0
      hash = hashWith(hash, unit)
      bits |= unit
    }
    const isAscii = bits < 0x80
    if (isAscii && this.#tokens.rank(units, from, to, hash) !== NO_RANK) return 1
    const memo = to - from <= this.#words.longest ? this.#words : this.#runs
    if (to - from > memo.longest) return this.#merge(units, from, to, isAscii)
    const known = memo.get(units, from, to, hash)
    if (known !== 0) return known
    const count = this.#merge(units, from, to, isAscii)
    memo.set(units, from, to, hash, count)
    return count
  }

  #merge(units: Uint16Array, from: number, to: number, isAscii: boolean): number {
    if (isAscii) return countMerges(units, from, to, this.#tokens)
    const bytes = utf8Units(units, from, to)
    const hash = bytes.reduce(hashWith, 0)
    return this.#tokens.rank(bytes, 0, bytes.length, hash) === NO_RANK ? countMerges(bytes, 0, bytes.length, this.#tokens) : 1
  }
}
