import { NO_RANK } from '../token-table.ts'

/** Two symbols in one number: more than a vocabulary has. */
const SYMBOLS = 2 ** 26

/** A symbol no merge speaks of. */
export const LONER = -1

/** The merges of a byte-pair model: texts as numbers, and for two of them next to each other their rank and what they become. */
export class MergeTable {
  readonly texts: string[] = []
  readonly #symbols = new Map<string, number>()
  readonly #ranks = new Map<number, number>()
  readonly #merged: number[] = []

  /** `merges` in order of rank; where a pair is listed twice its later rank holds, as in the library. */
  constructor(merges: readonly (readonly [string, string])[]) {
    for (const [rank, [first, second]] of merges.entries()) {
      this.#ranks.set(pairOf(this.#intern(first), this.#intern(second)), rank)
      this.#merged.push(this.#intern(first + second))
    }
  }

  /** The number of a text, or {@link LONER}. */
  symbolOf(text: string): number {
    return this.#symbols.get(text) ?? LONER
  }

  /** Rank of two symbols side by side, or NO_RANK. */
  rankOf(first: number, second: number): number {
    return first === LONER || second === LONER ? NO_RANK : (this.#ranks.get(pairOf(first, second)) ?? NO_RANK)
  }

  /** What the pair of this rank becomes. */
  mergedBy(rank: number): number {
    return this.#merged[rank] ?? LONER
  }

  #intern(text: string): number {
    const known = this.#symbols.get(text)
    if (known !== undefined) return known
    this.#symbols.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}

function pairOf(first: number, second: number): number {
  return first * SYMBOLS + second
}
