import { Unigram } from '@huggingface/tokenizers'
import type { JsonObject } from '#record'
import { CountMemo } from './count-memo.ts'
import { joinCounts, oneToken, type PieceCount, type PieceModel } from './piece-count.ts'
import { Seams } from './seams.ts'

/** A run without a seam is cut after so many UTF-16 units: the library's lattice over a longer one takes too much time and memory. */
const LONGEST_RUN = 4_000

/** The library's own model, asked for what lies between two seams; neighbouring unknowns are always one token. */
export class UnigramModel implements PieceModel {
  readonly fusesUnknown = true
  readonly #model: Unigram
  readonly #seams = new Seams()
  readonly #parts = new CountMemo()

  constructor(model: JsonObject, addedTokens: readonly JsonObject[]) {
    this.#model = new Unigram(model as unknown as ConstructorParameters<typeof Unigram>[0], '')
    for (const { content, id } of addedTokens) this.#model.tokens_to_ids.set(String(content), Number(id))
    for (const token of this.#model.vocab) this.#seams.join(token)
  }

  count(piece: string): PieceCount {
    const parts: PieceCount[] = []
    for (const part of this.#seams.cut(piece, LONGEST_RUN)) parts.push(this.#parts.get(part, (text) => this.#encode(text)))
    return joinCounts(parts, this.fusesUnknown)
  }

  #encode(text: string): PieceCount {
    const { tokens_to_ids: ids, unk_token_id: unknown } = this.#model
    const counts = this.#model.encode([text]).map((token) => oneToken((ids.get(token) ?? unknown) === unknown))
    return joinCounts(counts, this.fusesUnknown)
  }
}
