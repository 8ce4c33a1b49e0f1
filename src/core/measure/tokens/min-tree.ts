/** Children of a node: they lie together in memory, where a binary heap would leap about in it. */
const WIDTH = 16
const SHIFT = 4

/** Behind the last number: larger than any. */
const PADDING = 0x7fffffff

/** Numbers at places, and where the smallest of them is: changing one costs as many steps as a tree of minima over them has levels. */
export class MinTree {
  /** The numbers, the minima of each 16 of them, the minima of those, ... up to a single one, each level padded. */
  readonly #nodes: Int32Array
  /** Where each level begins. */
  readonly #levels: number[] = []

  /** @param numbers at least one */
  constructor(numbers: Int32Array) {
    let length = 0
    for (let size = numbers.length; ; size = Math.ceil(size / WIDTH)) {
      this.#levels.push(length)
      length += Math.ceil(size / WIDTH) * WIDTH
      if (size === 1) break
    }
    this.#nodes = new Int32Array(length).fill(PADDING)
    this.#nodes.set(numbers)
    for (let height = 1; height < this.#levels.length; height += 1) this.#fill(height)
  }

  /** The smallest number. */
  get min(): number {
    return this.#nodes[this.#levels.at(-1) ?? 0] ?? PADDING
  }

  /** The leftmost place of the smallest number. */
  leftmost(): number {
    const { min } = this
    let at = 0
    for (let height = this.#levels.length - 2; height >= 0; height -= 1) {
      const start = this.#levels[height] ?? 0
      at = start + (at << SHIFT)
      while (this.#nodes[at] !== min) at += 1
      at -= start
    }
    return at
  }

  set(place: number, value: number): void {
    const nodes = this.#nodes
    nodes[place] = value
    let at = place
    for (let height = 1; height < this.#levels.length; height += 1) {
      at >>= SHIFT
      const min = this.#minOf((this.#levels[height - 1] ?? 0) + (at << SHIFT))
      const node = (this.#levels[height] ?? 0) + at
      if (nodes[node] === min) return
      nodes[node] = min
    }
  }

  #fill(height: number): void {
    const [below = 0, start = 0] = this.#levels.slice(height - 1)
    for (let first = below; first < start; first += WIDTH) this.#nodes[start + ((first - below) >> SHIFT)] = this.#minOf(first)
  }

  /** The smallest of the 16 that begin at a place. */
  #minOf(first: number): number {
    const nodes = this.#nodes
    let min = PADDING
    for (let child = first; child < first + WIDTH; child += 1) {
      const value = nodes[child] ?? PADDING
      if (value < min) min = value
    }
    return min
  }
}
