import type { Ranks } from './encoding.ts'
import { MinHeap } from './min-heap.ts'

/** A rank and a place in one number that sorts by rank, then place: both fit a double's 53 bits. */
const PLACES = 2 ** 32

/** Longest token of the encodings in use, in bytes: a longer pair is never looked up, so a lookup stays cheap. */
const LONGEST_TOKEN = 256

/**
 * Number of tokens byte-pair merging leaves of one piece. Lowest rank first, leftmost among equals, as tiktoken does.
 * A linked list of parts and a heap of candidate pairs: n log n for n bytes, where rescanning all pairs would be quadratic.
 * @param bytes the piece, one character a byte
 */
export function countMerges(bytes: string, ranks: Ranks): number {
  const parts = new PartList(bytes, ranks)
  for (let first = 0; first < bytes.length - 1; first += 1) parts.offer(first)
  for (let key = parts.candidates.pop(); key !== undefined; key = parts.candidates.pop()) {
    const first = key % PLACES
    if (parts.isCurrent(first, (key - first) / PLACES)) parts.merge(first)
  }
  return parts.count
}

class PartList {
  readonly candidates: MinHeap
  count: number
  private readonly bytes: string
  private readonly ranks: Ranks
  /** Where the part that starts at an index ends, which is where the next one starts. */
  private readonly ends: Uint32Array
  /** Where the part before the one that starts at an index starts. */
  private readonly before: Int32Array
  /** Rank of the pair that starts at an index; -1 for none or when the part is gone. */
  private readonly pairRank: Int32Array

  constructor(bytes: string, ranks: Ranks) {
    this.bytes = bytes
    this.ranks = ranks
    this.count = bytes.length
    this.candidates = new MinHeap(bytes.length)
    this.ends = Uint32Array.from({ length: bytes.length }, (_, at) => at + 1)
    this.before = Int32Array.from({ length: bytes.length }, (_, at) => at - 1)
    this.pairRank = new Int32Array(bytes.length).fill(-1)
  }

  /** Looks up the pair that starts at `first` and makes it a candidate when it is a token. */
  offer(first: number): void {
    const rank = this.rankOf(first)
    this.pairRank[first] = rank
    if (rank !== -1) this.candidates.push(rank * PLACES + first)
  }

  /** False for a candidate whose parts have changed since it was offered. */
  isCurrent(first: number, rank: number): boolean {
    return this.pairRank[first] === rank
  }

  merge(first: number): void {
    const second = this.ends[first] ?? 0
    const end = this.ends[second] ?? 0
    this.ends[first] = end
    this.pairRank[second] = -1
    this.count -= 1
    if (end < this.bytes.length) this.before[end] = first
    this.offer(first)
    const before = this.before[first] ?? -1
    if (before !== -1) this.offer(before)
  }

  private rankOf(first: number): number {
    const second = this.ends[first] ?? 0
    if (second >= this.bytes.length) return -1
    const end = this.ends[second] ?? 0
    return end - first > LONGEST_TOKEN ? -1 : (this.ranks.get(this.bytes.slice(first, end)) ?? -1)
  }
}
