import type { RowNote } from '#record'
import type { NoteCount } from './summary.ts'

/** Counts notes by what they say; a row with two notes of a sort counts once. */
export class NoteCounts {
  readonly #counts = new Map<string, NoteCount>()

  /** Takes in the notes of one row. */
  add(notes: readonly RowNote[]): void {
    const seen = new Set<string>()
    for (const { kind, about, policy, messages } of notes) {
      const key = JSON.stringify([kind, about, policy])
      const count = this.#counts.get(key) ?? { kind, about, policy, rows: 0, messages: 0 }
      this.#counts.set(key, count)
      count.messages += messages.length
      if (!seen.has(key)) count.rows += 1
      seen.add(key)
    }
  }

  /** In an order of their own: the same for the same rows. */
  list(): NoteCount[] {
    return [...this.#counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
  }
}
