import type { EncodedText } from '../types.ts'

/** Tokens as they come, for a text whose tokens nobody counted before. */
export class TokenList {
  #ids = new Int32Array(1024)
  #starts = new Int32Array(1024)
  #ends = new Int32Array(1024)
  #length = 0

  push(id: number, start: number, end: number): void {
    if (this.#length === this.#ids.length) this.#grow()
    this.#ids[this.#length] = id
    this.#starts[this.#length] = start
    this.#ends[this.#length] = end
    this.#length += 1
  }

  done(): EncodedText {
    return {
      ids: this.#ids.slice(0, this.#length),
      starts: this.#starts.slice(0, this.#length),
      ends: this.#ends.slice(0, this.#length),
    }
  }

  #grow(): void {
    const wider = (old: Int32Array) => {
      const made = new Int32Array(2 * old.length)
      made.set(old)
      return made
    }
    this.#ids = wider(this.#ids)
    this.#starts = wider(this.#starts)
    this.#ends = wider(this.#ends)
  }
}
