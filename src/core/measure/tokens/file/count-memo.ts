import type { PieceCount } from './piece-count.ts'

/** Code and prose repeat their words: this many texts are remembered, and longer ones are not worth it. */
const SIZE = 100_000
const LONGEST = 48

/** Counts of short texts, or what else is made of them, each made once as long as it is remembered. */
export class CountMemo<Made = PieceCount> {
  readonly #counts = new Map<string, Made>()

  get(text: string, count: (text: string) => Made): Made {
    const known = this.#counts.get(text)
    if (known) return known
    const made = count(text)
    if (text.length <= LONGEST) this.#remember(text, made)
    return made
  }

  /** The key is a fresh string: a piece cut from a text would keep the whole text in memory. */
  #remember(text: string, count: Made): void {
    if (this.#counts.size >= SIZE) this.#counts.clear()
    this.#counts.set(Buffer.from(text, 'utf16le').toString('utf16le'), count)
  }
}
