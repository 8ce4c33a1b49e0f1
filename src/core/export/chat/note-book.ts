import type { NoteAbout, RowNote } from '#record'

/** What became of one row, told place by place and kept as one note for each sort. */
export class NoteBook {
  readonly #notes = new Map<string, { note: Omit<RowNote, 'messages'>; messages: Set<number> }>()

  /**
   * @param index of the message in the row; null for the whole example
   * @param text one sentence; equal sentences become one note, so it names no message
   * @param policy `name=value` of the policy that did it; null where the format leaves no choice
   */
  tell(kind: RowNote['kind'], about: NoteAbout, index: number | null, text: string, policy: string | null = null): void {
    const key = JSON.stringify([kind, about, policy, text])
    const found = this.#notes.get(key) ?? { note: { kind, about, policy, text }, messages: new Set<number>() }
    if (index !== null) found.messages.add(index)
    this.#notes.set(key, found)
  }

  /** Tells notes of another book too, with a word in front of their sentences. */
  add(notes: readonly RowNote[], front = ''): void {
    for (const { kind, about, messages, text, policy } of notes) {
      for (const index of messages.length > 0 ? messages : [null]) this.tell(kind, about, index, `${front}${text}`, policy)
    }
  }

  /** In the order they were first told; messages ascending. */
  get notes(): RowNote[] {
    return [...this.#notes.values()].map(({ note: { kind, about, policy, text }, messages }) => ({
      kind,
      about,
      policy,
      messages: [...messages].sort((a, b) => a - b),
      text,
    }))
  }
}
