import type { TextCounter } from '../types.ts'
import { countMerges } from './count-merges.ts'
import type { Encoding, Ranks } from './encoding.ts'

/** Code and prose repeat their words: this many pieces are remembered, and longer ones are not worth it. */
const MEMO_SIZE = 100_000
const MEMO_PIECE = 48

/** Where a run is too long for the regular expression engine's stack, it looks at this many characters at a time. */
const WINDOW = 1_000_000

/** Counts tokens by one encoding. */
export class TokenCounter implements TextCounter {
  readonly encoding: string
  private readonly pattern: RegExp
  private readonly ranks: Ranks
  private readonly memo = new Map<string, number>()

  constructor(encoding: Encoding) {
    this.encoding = `${encoding.name}@${encoding.version}`
    this.pattern = encoding.pattern
    this.ranks = encoding.ranks
  }

  /** Number of tokens of a text, special tokens' names counted as ordinary text. Lone surrogates count as U+FFFD. */
  count(text: string): number {
    let total = 0
    for (let at = 0; at < text.length; ) {
      const piece = this.pieceAt(text, at)
      total += this.countPiece(piece)
      at += piece.length
    }
    return total
  }

  /** Every character belongs to a piece, so the match always starts at `at`. */
  private pieceAt(text: string, at: number): string {
    const { pattern } = this
    try {
      pattern.lastIndex = at
      return pattern.exec(text)?.[0] ?? text.slice(at)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      pattern.lastIndex = 0
      return pattern.exec(windowOf(text, at))?.[0] ?? text.slice(at)
    }
  }

  private countPiece(piece: string): number {
    const known = this.memo.get(piece)
    if (known !== undefined) return known
    const utf8 = Buffer.from(piece, 'utf8')
    const bytes = utf8.toString('latin1')
    const count = this.ranks.has(bytes) ? 1 : countMerges(bytes, this.ranks)
    if (piece.length <= MEMO_PIECE) this.remember(utf8.toString('utf8'), count)
    return count
  }

  /** The key is a fresh string: a piece cut from a text would keep the whole text in memory. */
  private remember(piece: string, count: number): void {
    if (this.memo.size >= MEMO_SIZE) this.memo.clear()
    this.memo.set(piece, count)
  }
}

/** A stretch of the text that ends between two characters. */
function windowOf(text: string, at: number): string {
  const last = text.charCodeAt(at + WINDOW - 1)
  const isSplit = last >= 0xd800 && last <= 0xdbff
  return text.slice(at, at + WINDOW - (isSplit ? 1 : 0))
}
