import { SKETCH_LENGTH, sketchSimilarity } from '#record'

/**
 * Letters that must be the same for two sketches to be compared at all, and how many such bands a sketch has: locality-sensitive hashing by bands
 * (Indyk, Motwani 1998; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4). Of pairs with a similarity of 0.8 it misses one in 700, of 0.5 it
 * compares one in four.
 */
const BAND_LETTERS = 6
const BANDS = Math.floor(SKETCH_LENGTH / BAND_LETTERS)

/** Groups a sketch is compared with at most: texts of one template share bands by thousands. The groups begun last come first. */
const MOST_TRIED = 256

const NONE = -1

/**
 * Groups of similar sketches, each known by the sketch that began it. A sketch joins the group whose first member it is most like, if it is like enough,
 * and else begins one. So every member is similar to the first: chains of neighbours, each a little off the last, do not grow into one group. What comes out
 * depends on the order sketches are put in, and on nothing else.
 *
 * Memory: the sketches, 56 bytes for each, and at most 100 for each that begins a group.
 */
export class Leaders {
  readonly #sketches: Uint8Array
  readonly #leastSame: number
  readonly #heads: Int32Array
  /** Entries `group * BANDS + band`: the entry put in the same slot before. */
  #next: Int32Array
  /** Of each group: the place of its first sketch, and the sketch that was compared with it last. */
  #first: Int32Array
  #tried: Int32Array
  #groups = 0
  readonly #slots = new Int32Array(BANDS)

  /**
   * @param sketches one behind another, {@link SKETCH_LENGTH} bytes each
   * @param threshold least estimated Jaccard similarity to the first member
   */
  constructor(sketches: Uint8Array, threshold: number) {
    this.#sketches = sketches
    this.#leastSame = leastSame(threshold)
    const count = sketches.length / SKETCH_LENGTH
    this.#heads = new Int32Array(2 ** Math.max(8, Math.ceil(Math.log2(count * BANDS)) - 1)).fill(NONE)
    this.#next = new Int32Array(FIRST_ROOM * BANDS)
    this.#first = new Int32Array(FIRST_ROOM)
    this.#tried = new Int32Array(FIRST_ROOM)
  }

  /** Puts the sketch at a place in its group, and gives the place of the group's first. Places go up. */
  put(place: number): number {
    bandSlots(this.#sketches, place, this.#heads.length - 1, this.#slots)
    const closest = this.#closest(place)
    if (closest === NONE) this.#begin(place)
    return closest === NONE ? place : closest
  }

  #closest(place: number): number {
    const [sketches, heads, next, firsts, tried] = [this.#sketches, this.#heads, this.#next, this.#first, this.#tried]
    let most = this.#leastSame - 1
    let closest = NONE
    let left = MOST_TRIED
    for (const slot of this.#slots) {
      for (let entry = heads[slot] ?? NONE; entry !== NONE; entry = next[entry] ?? NONE) {
        const group = Math.floor(entry / BANDS)
        if (tried[group] === place) continue
        tried[group] = place
        const first = firsts[group] ?? 0
        const same = sharedLetters(sketches, place, first, most)
        // Of groups it is equally like, the one that began first: what is tried first must not matter.
        if (same > most || (same === most && first < closest)) {
          most = same
          closest = first
        }
        left -= 1
        if (most === SKETCH_LENGTH || left === 0) return closest
      }
    }
    return closest
  }

  #begin(place: number): void {
    const group = this.#groups++
    if (group === this.#first.length) this.#grow()
    this.#first[group] = place
    this.#tried[group] = NONE
    for (const [band, slot] of this.#slots.entries()) {
      const entry = group * BANDS + band
      this.#next[entry] = this.#heads[slot] ?? NONE
      this.#heads[slot] = entry
    }
  }

  #grow(): void {
    this.#first = grown(this.#first)
    this.#tried = grown(this.#tried)
    this.#next = grown(this.#next)
  }
}

const FIRST_ROOM = 1024

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Letters two sketches have in common at least where their estimated similarity reaches the threshold. */
export function leastSame(threshold: number): number {
  let same = 0
  while (same < SKETCH_LENGTH && sketchSimilarity(same) < threshold) same += 1
  return same
}

/** Letters two sketches share; it stops, and says fewer than `most`, where there cannot be as many. */
function sharedLetters(sketches: Uint8Array, place: number, other: number, most: number): number {
  const from = place * SKETCH_LENGTH
  const otherFrom = other * SKETCH_LENGTH
  let left = SKETCH_LENGTH - most
  for (let at = 0; at < SKETCH_LENGTH; at++) {
    if (sketches[from + at] !== sketches[otherFrom + at] && --left < 0) return most - 1
  }
  return most + left
}

/** The slot of every band of a sketch: FNV-1a over its letters, mixed. */
function bandSlots(sketches: Uint8Array, place: number, mask: number, slots: Int32Array): void {
  let at = place * SKETCH_LENGTH
  for (let band = 0; band < BANDS; band++) {
    let hash = band + 1
    for (const end = at + BAND_LETTERS; at < end; at++) hash = Math.imul(hash ^ (sketches[at] ?? 0), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
    slots[band] = (hash ^ (hash >>> 13)) & mask
  }
}
