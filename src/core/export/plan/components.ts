import type { CodedKeys } from './keys.ts'
import { each, type Stages } from './stages.ts'

/** Units that hang together, each group known by the place of its first unit: disjoint sets with path halving (Tarjan, van Leeuwen 1984). */
export class Components {
  readonly #parents: Int32Array

  constructor(count: number) {
    this.#parents = new Int32Array(count).map((_, place) => place)
  }

  /** The place of the first unit of a unit's group. */
  firstOf(place: number): number {
    const parents = this.#parents
    let at = place
    for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
      parents[at] = parents[parent] ?? parent
      at = parents[at] ?? at
    }
    return at
  }

  /** Joins units with a key in common, and says how many keys joined what was apart. */
  *join({ ones, others, keys }: CodedKeys): Stages<number> {
    const firsts = new Int32Array(keys.length).fill(-1)
    const joining = new Uint8Array(keys.length)
    const meet = (code: number, place: number) => {
      if (code === -1) return
      const first = firsts[code] ?? -1
      if (first === -1) firsts[code] = place
      else if (this.#unite(first, place)) joining[code] = 1
    }
    yield* each(ones, (code, place) => {
      meet(code, place)
      meet(others[place] ?? -1, place)
    })
    return joining.reduce((sum, one) => sum + one, 0)
  }

  #unite(one: number, other: number): boolean {
    const [a, b] = [this.firstOf(one), this.firstOf(other)]
    this.#parents[Math.max(a, b)] = Math.min(a, b)
    return a !== b
  }
}
