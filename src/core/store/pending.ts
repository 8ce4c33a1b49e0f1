import type { ExampleIndex } from '#record'

/** What identifies a row's content in both stores. */
type Content = Pick<ExampleIndex, 'id' | 'contentHash'>

/** A row that the analysis must not hold. */
const GONE = null

/**
 * What the record changed and the analysis was not told yet. Kept in memory: whoever was killed compares everything. While it is empty both stores hold
 * the same examples, and the next start need not walk them.
 */
export class Pending {
  /** The content hash the analysis must have, by id. */
  readonly #rows = new Map<string, string | null>()
  readonly #sources = new Set<string>()
  #isKnown = false

  /** Nothing is pending but what was said since the stores were compared. False until they were. */
  get isEmpty(): boolean {
    return this.#isKnown && this.#rows.size === 0 && this.#sources.size === 0
  }

  /** The stores were compared: the analysis lacks these rows and has none too many. */
  compared(missing: readonly Content[]): void {
    this.#rows.clear()
    this.#sources.clear()
    for (const row of missing) this.put(row)
    this.#isKnown = true
  }

  put({ id, contentHash }: Content): void {
    this.#rows.set(id, contentHash)
  }

  remove(id: string): void {
    this.#rows.set(id, GONE)
  }

  removeSource(id: string): void {
    this.#sources.add(id)
  }

  /** The analysis has these rows now. */
  wasPut(rows: readonly Content[]): void {
    for (const { id, contentHash } of rows) if (this.#rows.get(id) === contentHash) this.#rows.delete(id)
  }

  /** The analysis has them no more; if the record still has one, only comparing finds it. */
  wereRemoved(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.#rows.get(id) === GONE) this.#rows.delete(id)
      else this.#isKnown = false
    }
  }

  sourceWasRemoved(id: string): void {
    if (!this.#sources.delete(id)) this.#isKnown = false
  }

  wasCleared(): void {
    this.#isKnown = false
  }
}
