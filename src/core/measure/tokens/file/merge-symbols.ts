import { MinTree } from '../min-tree.ts'
import { NO_RANK } from '../token-table.ts'
import type { MergeTable } from './merge-table.ts'

const NONE = -1

/**
 * Places of the symbols that byte-pair merging leaves, in order; `symbols` is changed: at each of these places stands what is left there. Lowest
 * rank first, leftmost among equals. A linked list and a tree over the ranks: n log n for n symbols.
 */
export function mergeSymbols(symbols: Int32Array, table: MergeTable): number[] {
  if (symbols.length === 0) return []
  const list = new SymbolList(symbols, table)
  const ranks = new MinTree(Int32Array.from(symbols, (_, at) => list.rankAt(at)))
  while (ranks.min !== NO_RANK) {
    const { min } = ranks
    const at = ranks.leftmost()
    ranks.set(list.join(at, table.mergedBy(min)), NO_RANK)
    ranks.set(at, list.rankAt(at))
    const before = list.before(at)
    if (before !== NONE) ranks.set(before, list.rankAt(before))
  }
  return list.places()
}

/** Symbols in a row, each at the place of its first character. */
class SymbolList {
  readonly #symbols: Int32Array
  readonly #table: MergeTable
  readonly #next: Int32Array
  readonly #before: Int32Array

  constructor(symbols: Int32Array, table: MergeTable) {
    const last = symbols.length - 1
    this.#symbols = symbols
    this.#table = table
    this.#next = Int32Array.from(symbols, (_, at) => (at === last ? NONE : at + 1))
    this.#before = Int32Array.from(symbols, (_, at) => at - 1)
  }

  /** Rank of the pair that begins at a place. */
  rankAt(at: number): number {
    const next = this.#next[at] ?? NONE
    return next === NONE ? NO_RANK : this.#table.rankOf(this.#symbols[at] ?? NONE, this.#symbols[next] ?? NONE)
  }

  before(at: number): number {
    return this.#before[at] ?? NONE
  }

  /** Makes one symbol of two, and returns the place that is empty now. */
  join(at: number, symbol: number): number {
    const gone = this.#next[at] ?? NONE
    const next = this.#next[gone] ?? NONE
    this.#symbols[at] = symbol
    this.#next[at] = next
    if (next !== NONE) this.#before[next] = at
    return gone
  }

  places(): number[] {
    const places: number[] = []
    for (let at = 0; at !== NONE; at = this.#next[at] ?? NONE) places.push(at)
    return places
  }
}
