/**
 * Walks a text line by line without splitting it first: a patch may hold millions of lines.
 * Only a line feed ends a line, as for git; a CR stays at the end of its line.
 */
export class LineReader {
  private readonly text: string
  private start = 0
  /** Number of the current line, from 1. */
  number = 1

  constructor(text: string) {
    this.text = text
  }

  /** UTF-16 offset of the current line. */
  get offset(): number {
    return this.start
  }

  /** The current line without its line feed, or null at the end. */
  peek(): string | null {
    return this.lineFrom(this.start)
  }

  /** The line `count` lines behind the current one, or null. Meant for 1 or 2. */
  ahead(count: number): string | null {
    let from = this.start
    for (let step = 0; step < count; step += 1) from = this.endOf(from) + 1
    return this.lineFrom(from)
  }

  /** Moves to the next line. */
  advance(): void {
    this.start = this.endOf(this.start) + 1
    this.number += 1
  }

  private lineFrom(from: number): string | null {
    return from < this.text.length ? this.text.slice(from, this.endOf(from)) : null
  }

  private endOf(from: number): number {
    const end = this.text.indexOf('\n', from)
    return end === -1 ? this.text.length : end
  }
}
