import type { Json, JsonObject } from '#record'
import { CountMemo } from './count-memo.ts'
import { mergeSymbols } from './merge-symbols.ts'
import { LONER, MergeTable } from './merge-table.ts'
import { joinCounts, type PieceCount, type PieceModel } from './piece-count.ts'
import { Seams } from './seams.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** Byte-pair merging by a file's own vocabulary and merges. The library's gives the same, more slowly: `tests` hold it against this one. */
export class BpeModel implements PieceModel {
  readonly fusesUnknown: boolean
  readonly #vocabulary: Vocabulary
  readonly #table: MergeTable
  /** Whole pieces that are tokens are taken before anything is merged. */
  readonly #ignoresMerges: boolean
  /** Written behind the last symbol of a piece before merging, and behind every symbol but the last after it; '' for nothing. */
  readonly #ends: { word: string; inner: string }
  /** No merge joins what stands on two sides of one; null where ends are written, so that the last symbol differs. */
  readonly #seams: Seams | null
  readonly #parts = new CountMemo()

  constructor(model: JsonObject, addedTokens: readonly JsonObject[]) {
    this.fusesUnknown = model.fuse_unk === true
    this.#vocabulary = vocabularyOf(model, addedTokens)
    const merges = mergesOf(model.merges)
    this.#table = new MergeTable(merges)
    this.#ignoresMerges = model.ignore_merges === true
    this.#ends = { word: textOf(model.end_of_word_suffix), inner: textOf(model.continuing_subword_suffix) }
    this.#seams = this.#ends.word + this.#ends.inner === '' ? seamsOf(merges) : null
  }

  count(piece: string): PieceCount {
    if (this.#ignoresMerges && this.#vocabulary.has(piece)) return this.#vocabulary.countLeft(piece)
    if (!this.#seams) return this.#merge(piece)
    const parts: PieceCount[] = []
    for (const part of this.#seams.cut(piece)) parts.push(this.#parts.get(part, (text) => this.#merge(text)))
    return joinCounts(parts, this.fusesUnknown)
  }

  /** The tokens {@link count} counts; neighbouring unknown ones stay apart. */
  tokens(piece: string): string[] {
    if (this.#ignoresMerges && this.#vocabulary.has(piece)) return [piece]
    const parts = this.#seams ? [...this.#seams.cut(piece)] : [piece]
    return parts.flatMap((part) => this.#leftOf(part)).flatMap((text) => this.#vocabulary.tokensLeft(text))
  }

  /** Id of a token, added ones with them. */
  idOf(token: string): number | undefined {
    return this.#vocabulary.idOf(token)
  }

  #merge(text: string): PieceCount {
    return joinCounts(
      this.#leftOf(text).map((left) => this.#vocabulary.countLeft(left)),
      this.fusesUnknown,
    )
  }

  /** What merging leaves of a text, with the ends that are written. */
  #leftOf(text: string): string[] {
    const chars = [...text]
    if (chars.length > 0) chars[chars.length - 1] += this.#ends.word
    const symbols = Int32Array.from(chars, (char) => this.#table.symbolOf(char))
    const places = mergeSymbols(symbols, this.#table)
    const left = places.map((at) => this.#leftAt(symbols[at] ?? LONER, chars[at] ?? ''))
    return left.map((part, at) => (at < left.length - 1 ? part + this.#ends.inner : part))
  }

  #leftAt(symbol: number, char: string): string {
    return symbol === LONER ? char : (this.#table.texts[symbol] ?? '')
  }
}

/** A merge joins the last character of one text with the first of the other; within them, earlier merges did. */
function seamsOf(merges: readonly (readonly [string, string])[]): Seams {
  const seams = new Seams()
  for (const [first, second] of merges) seams.join(lastOf(first) + firstOf(second))
  return seams
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

function lastOf(text: string): string {
  const [last = ''] = text.slice(-2).match(/.$/su) ?? []
  return last
}

/** Two texts a merge, in either of the ways files write them. */
function mergesOf(merges: Json | undefined): [string, string][] {
  const listed = (merges ?? []) as (string | string[])[]
  return listed.map((merge) => {
    const [first = '', second = ''] = typeof merge === 'string' ? merge.split(' ', 2) : merge
    return [first, second]
  })
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
