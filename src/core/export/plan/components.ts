import { type Candidate, examplesOf, type GroupKey, type PlanUnit } from './candidate.ts'

type KeyOf = (candidate: Candidate) => GroupKey

/** Units that hang together, each group known by the place of its first unit: disjoint sets with path halving (Tarjan, van Leeuwen 1984). */
export class Components {
  readonly #units: readonly PlanUnit[]
  readonly #parents: Int32Array

  constructor(units: readonly PlanUnit[]) {
    this.#units = units
    this.#parents = Int32Array.from(units, (_, place) => place)
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
  join(keyOf: KeyOf): number {
    const firsts = new Map<string | number, number>()
    const joining = new Set<string | number>()
    for (const [place, unit] of this.#units.entries()) {
      for (const candidate of examplesOf(unit)) {
        const key = keyOf(candidate)
        if (key === null || key === '') continue
        const first = firsts.get(key)
        if (first === undefined) firsts.set(key, place)
        else if (this.#unite(first, place)) joining.add(key)
      }
    }
    return joining.size
  }

  #unite(one: number, other: number): boolean {
    const [a, b] = [this.firstOf(one), this.firstOf(other)]
    this.#parents[Math.max(a, b)] = Math.min(a, b)
    return a !== b
  }
}
