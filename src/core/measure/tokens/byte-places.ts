/** Walks along a text by its UTF-8 bytes. */
export class BytePlaces {
  readonly #text: string
  /** Start of the character in hand, in UTF-16 units. */
  #at: number
  /** Bytes of it that were taken already. */
  #taken = 0

  constructor(text: string, at = 0) {
    this.#text = text
    this.#at = at
  }

  /** Takes so many bytes: where the character of the first begins, and where that of the last ends. */
  take(bytes: number): { start: number; end: number } {
    const start = this.#at
    let left = bytes
    let end = start
    while (left > 0 && this.#at < this.#text.length) {
      const code = this.#text.codePointAt(this.#at) ?? 0
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
      const width = code > 0xffff ? 2 : 1
      const step = Math.min(left, size - this.#taken)
      left -= step
      end = this.#at + width
      this.#taken += step
      if (this.#taken < size) break
      this.#at += width
      this.#taken = 0
    }
    return { start, end }
  }
}
