import { placeOf } from './hash.ts'

/** Counts of pieces, remembered in a bounded place: a piece takes the place its hash names, from whichever was there. Nothing is ever cleared. */
export class PieceMemo {
  /** Code units of the longest piece worth remembering. */
  readonly longest: number
  readonly #mask: number
  readonly #pieces: Uint16Array
  readonly #lengths: Uint16Array
  readonly #counts: Uint16Array

  /**
   * Takes 2 * places * (longest + 2) bytes.
   * @param places a power of two
   */
  constructor(places: number, longest: number) {
    this.longest = longest
    this.#mask = places - 1
    this.#pieces = new Uint16Array(places * longest)
    this.#lengths = new Uint16Array(places)
    this.#counts = new Uint16Array(places)
  }

  /** Tokens of a piece no longer than the longest, or 0 when it is not remembered. */
  get(units: Uint16Array, from: number, to: number, hash: number): number {
    const place = placeOf(hash, this.#mask)
    if (this.#lengths[place] !== to - from) return 0
    const shift = place * this.longest - from
    for (let at = from; at < to; at += 1) if (this.#pieces[at + shift] !== units[at]) return 0
    return this.#counts[place] ?? 0
  }

  set(units: Uint16Array, from: number, to: number, hash: number, count: number): void {
    const place = placeOf(hash, this.#mask)
    this.#lengths[place] = to - from
    this.#counts[place] = count
    const shift = place * this.longest - from
    for (let at = from; at < to; at += 1) this.#pieces[at + shift] = units[at] ?? 0
  }
}
