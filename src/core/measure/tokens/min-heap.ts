/** A binary heap of numbers, smallest first, in one growing typed array. */
export class MinHeap {
  private items: Float64Array
  private length = 0

  constructor(capacity: number) {
    this.items = new Float64Array(Math.max(16, capacity))
  }

  push(value: number): void {
    if (this.length === this.items.length) this.grow()
    let at = this.length
    this.length += 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = this.items[parent] ?? 0
      if (above <= value) break
      this.items[at] = above
      at = parent
    }
    this.items[at] = value
  }

  /** Takes the smallest number, or undefined when empty. */
  pop(): number | undefined {
    if (this.length === 0) return undefined
    const top = this.items[0]
    this.length -= 1
    this.sink(this.items[this.length] ?? 0)
    return top
  }

  private sink(value: number): void {
    let at = 0
    for (let child = 1; child < this.length; child = 2 * at + 1) {
      if (child + 1 < this.length && (this.items[child + 1] ?? 0) < (this.items[child] ?? 0)) child += 1
      const below = this.items[child] ?? 0
      if (value <= below) break
      this.items[at] = below
      at = child
    }
    this.items[at] = value
  }

  private grow(): void {
    const larger = new Float64Array(this.items.length * 2)
    larger.set(this.items)
    this.items = larger
  }
}
