import { hashWith, placeOf } from './hash.ts'

/** No token: sorts behind every rank. */
export const NO_RANK = 0x7fffffff

/** A place of the table says in one number where a token's bytes lie and how many they are: they are fewer than 256. */
const LENGTH_BITS = 8

/**
 * Tokens by their bytes, in typed arrays: 3 MB for 100,000 of them where a Map of strings takes ten. A hash table with open addressing,
 * less than half full. Bytes to look up lie one in each unit of a Uint16Array, so that basic Latin text needs no copy.
 */
export class TokenTable {
  readonly size: number
  /** Bytes of the longest token. */
  readonly longest: number
  readonly #bytes: Uint8Array
  /** Pairs: a token's hash, and where its bytes lie; 0 for a free place. */
  readonly #places: Int32Array
  readonly #mask: number
  readonly #ends: Int32Array

  /**
   * @param bytes of all tokens one after the other, lowest rank first
   * @param ends where the bytes of each end
   */
  constructor(bytes: Uint8Array, ends: readonly number[]) {
    this.size = ends.length
    this.#bytes = bytes
    this.#ends = Int32Array.from(ends)
    this.#mask = 2 ** Math.ceil(Math.log2(this.size * 2)) - 1
    this.#places = new Int32Array(2 * (this.#mask + 1))
    this.longest = this.#fill(ends)
  }

  /**
   * What merges of these bytes are ordered by, or NO_RANK: where the token's bytes lie, for they lie in the order of rank.
   * @param hash theirs by `hashWith`
   */
  rank(units: Uint16Array, from: number, to: number, hash: number): number {
    const places = this.#places
    for (let place = placeOf(hash, this.#mask); ; place = (place + 1) & this.#mask) {
      const lie = places[2 * place + 1] ?? 0
      if (lie === 0) return NO_RANK
      if (places[2 * place] === hash && this.#isToken(lie, units, from, to)) return lie >> LENGTH_BITS
    }
  }

  /** Id of the token of a rank: how many lie before it. */
  idOf(rank: number): number {
    let low = 0
    let high = this.size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle] ?? 0) > rank) high = middle
      else low = middle + 1
    }
    return low
  }

  #isToken(lie: number, units: Uint16Array, from: number, to: number): boolean {
    if ((lie & (2 ** LENGTH_BITS - 1)) !== to - from) return false
    const shift = (lie >> LENGTH_BITS) - from
    for (let at = from; at < to; at += 1) if (units[at] !== this.#bytes[at + shift]) return false
    return true
  }

  #fill(ends: readonly number[]): number {
    let longest = 0
    let start = 0
    for (const end of ends) {
      longest = Math.max(longest, end - start)
      this.#add(start, end)
      start = end
    }
    return longest
  }

  #add(start: number, end: number): void {
    let hash = 0
    for (let at = start; at < end; at += 1) hash = hashWith(hash, this.#bytes[at] ?? 0)
    let place = placeOf(hash, this.#mask)
    while (this.#places[2 * place + 1] !== 0) place = (place + 1) & this.#mask
    this.#places[2 * place] = hash
    this.#places[2 * place + 1] = (start << LENGTH_BITS) | (end - start)
  }
}
