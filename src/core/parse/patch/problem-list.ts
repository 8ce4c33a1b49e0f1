const MAX_PROBLEMS = 100

/** What could not be placed, for people: "line 12: ...". Runs of stray lines become one entry. */
export class ProblemList {
  readonly entries: string[] = []
  private runStart = 0
  private runLength = 0

  add(line: number, text: string): void {
    this.endRun()
    this.push(line, text)
  }

  /** Notes a line that belongs to nothing. */
  addStray(line: number): void {
    if (this.runLength > 0 && this.runStart + this.runLength !== line) this.endRun()
    if (this.runLength === 0) this.runStart = line
    this.runLength += 1
  }

  /** Closes a run of stray lines. */
  endRun(): void {
    if (this.runLength > 0)
      this.push(this.runStart, `${this.runLength === 1 ? '1 line belongs' : `${this.runLength} lines belong`} to no hunk`)
    this.runLength = 0
  }

  private push(line: number, text: string): void {
    if (this.entries.length < MAX_PROBLEMS) this.entries.push(`line ${line}: ${text}`)
  }
}
