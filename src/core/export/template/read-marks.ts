import type { TextSpan } from '#record'

/** A rendered text, with what its template noted in it. */
export interface MarkedText {
  text: string
  /** What the template marks as trained on, ascending. */
  generation: TextSpan[]
  /** What loops over messages wrote, by the message's place in the chat, in the order of the text. */
  spans: (TextSpan & { place: number })[]
}

/** Takes the notes out of a text: between two marks stands `<` and `>N` for the ends of what a loop wrote, `(` and `)` for those of a generation. */
export function readMarks(marked: string, mark: string): MarkedText {
  if (mark === '') return { text: marked, generation: [], spans: [] }
  const kept: string[] = []
  const notes = new Notes()
  for (const [place, piece] of marked.split(mark).entries()) {
    if (place % 2 === 1) notes.take(piece)
    else {
      kept.push(piece)
      notes.at += piece.length
    }
  }
  return { text: kept.join(''), generation: notes.generation, spans: notes.spans.sort((a, b) => a.start - b.start || a.end - b.end) }
}

class Notes {
  at = 0
  readonly generation: TextSpan[] = []
  readonly spans: MarkedText['spans'] = []
  readonly #open: number[] = []
  #generationStart: number | null = null

  take(note: string): void {
    if (note === '<') this.#open.push(this.at)
    else if (note === '(') this.#generationStart ??= this.at
    else if (note === ')') this.#endGeneration()
    else this.#endLoop(note.slice(1))
  }

  #endGeneration(): void {
    if (this.#generationStart !== null && this.#generationStart < this.at)
      this.generation.push({ start: this.#generationStart, end: this.at })
    this.#generationStart = null
  }

  /** Of loops within each other that are about messages, the outer one holds: what lay in it is taken back. */
  #endLoop(place: string): void {
    const start = this.#open.pop()
    if (place === '' || start === undefined || start === this.at) return
    while ((this.spans.at(-1)?.start ?? -1) >= start) this.spans.pop()
    this.spans.push({ start, end: this.at, place: Number(place) })
  }
}
