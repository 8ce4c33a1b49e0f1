import type { RowNote } from '#record'
import type { NoteCount } from './summary.ts'

/** Counts notes by what they say; a row with two notes of a sort counts once. */
export class NoteCounts {
  readonly #counts = new Map<string, NoteCount>()

  /** Takes in the notes of one row. Of a row that does not leave only what keeps it out counts: nothing else of it is lost or changed in any file. */
  add(notes: readonly RowNote[]): void {
    const isLeftOut = notes.some(({ kind }) => kind === 'left-out')
    const seen = new Set<string>()
    for (const { kind, about, policy, messages } of notes) {
      if (isLeftOut && kind !== 'left-out') continue
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
