import { hashBetween, hashWith } from './hash.ts'
import { MinTree } from './min-tree.ts'
import { NO_RANK, type TokenTable } from './token-table.ts'

/**
 * What `countMerges` does, for pieces of any length: a tree over the ranks of neighbours, so that a merge costs a few steps where looking
 * at all pairs would cost as many as there are bytes. Takes 14 bytes of memory for each.
 */
export function countLongMerges(units: Uint16Array, from: number, to: number, tokens: TokenTable): number {
  return merged(units, from, to, tokens).count
}

/** Ids of the tokens that byte-pair merging leaves, and the bytes of each. */
export function mergedTokens(units: Uint16Array, from: number, to: number, tokens: TokenTable): { id: number; bytes: number }[] {
  return [...merged(units, from, to, tokens).parts.tokens()]
}

function merged(units: Uint16Array, from: number, to: number, tokens: TokenTable): { parts: Parts; count: number } {
  const parts = new Parts(units.subarray(from, to), tokens)
  const ranks = new MinTree(parts.pairRanks())
  let count = to - from
  for (; ranks.min !== NO_RANK; count -= 1) {
    const first = ranks.leftmost()
    ranks.set(parts.join(first), NO_RANK)
    ranks.set(first, parts.pairRank(first))
    if (first > 0) ranks.set(parts.before(first), parts.pairRank(parts.before(first)))
  }
  return { parts, count }
}

/** A piece in parts, each named by the index of its first byte; at first each byte is one. */
class Parts {
  readonly #bytes: Uint16Array
  readonly #tokens: TokenTable
  /** Hash of the bytes before an index. */
  readonly #hashes: Int32Array
  /** Bytes of a part, told at its first and at its last: so both neighbours are found. Parts are tokens, and those are short. */
  readonly #lengths: Uint8Array

  constructor(bytes: Uint16Array, tokens: TokenTable) {
    this.#bytes = bytes
    this.#tokens = tokens
    this.#lengths = new Uint8Array(bytes.length).fill(1)
    this.#hashes = new Int32Array(bytes.length + 1)
    for (let at = 0; at < bytes.length; at += 1) this.#hashes[at + 1] = hashWith(this.#hashes[at] ?? 0, bytes[at] ?? 0)
  }

  /** The parts as they are, each a token. */
  *tokens(): Generator<{ id: number; bytes: number }> {
    for (let at = 0; at < this.#bytes.length; ) {
      const bytes = this.#lengths[at] ?? 1
      const hash = hashBetween(this.#hashes[at] ?? 0, this.#hashes[at + bytes] ?? 0, bytes)
      yield { id: this.#tokens.idOf(this.#tokens.rank(this.#bytes, at, at + bytes, hash)), bytes }
      at += bytes
    }
  }

  /** The part before a part that is not the first. */
  before(part: number): number {
    return part - (this.#lengths[part - 1] ?? 0)
  }

  /** Rank of each part with the next one. */
  pairRanks(): Int32Array {
    const ranks = new Int32Array(this.#bytes.length)
    for (let first = 0; first < ranks.length; first += 1) ranks[first] = this.pairRank(first)
    return ranks
  }

  /** Rank of a part joined with the next one; NO_RANK when that is no token or there is no next one. */
  pairRank(first: number): number {
    const second = first + (this.#lengths[first] ?? 0)
    if (second >= this.#bytes.length) return NO_RANK
    const end = second + (this.#lengths[second] ?? 0)
    if (end - first > this.#tokens.longest) return NO_RANK
    return this.#tokens.rank(this.#bytes, first, end, hashBetween(this.#hashes[first] ?? 0, this.#hashes[end] ?? 0, end - first))
  }

  /** Makes one part of a part and the next one, and says which that was. */
  join(first: number): number {
    const second = first + (this.#lengths[first] ?? 0)
    const end = second + (this.#lengths[second] ?? 0)
    this.#lengths[first] = end - first
    this.#lengths[end - 1] = end - first
    return second
  }
}
