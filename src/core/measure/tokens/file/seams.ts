/** Above every code point: two of them in one number. */
const CODE_POINTS = 0x110000

/** Where a text may be cut without changing its tokens: between two characters that stand side by side in no token. */
export class Seams {
  readonly #joined = new Set<number>()

  /** Every two neighbours in this text belong together. */
  join(text: string): void {
    let before = -1
    for (const char of text) {
      const code = char.codePointAt(0) ?? 0
      if (before !== -1) this.#joined.add(before * CODE_POINTS + code)
      before = code
    }
  }

  /** The parts of a text between its seams; where none is for `longest` UTF-16 units, one is made. */
  *cut(text: string, longest = Number.POSITIVE_INFINITY): Generator<string> {
    let start = 0
    let before = -1
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at) ?? 0
      const isSeam = before !== -1 && !this.#joined.has(before * CODE_POINTS + code)
      if (isSeam || at - start >= longest) {
        yield text.slice(start, at)
        start = at
      }
      before = code
      at += code > 0xffff ? 2 : 1
    }
    if (start < text.length) yield text.slice(start)
  }
}
