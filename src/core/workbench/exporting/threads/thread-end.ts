/** A thread that ended at a task: it took too long, needed too much memory, or fell over. */
export class ThreadEnd extends Error {
  readonly why: 'time' | 'memory' | 'other'

  constructor(why: ThreadEnd['why'], message: string) {
    super(message)
    this.name = 'ThreadEnd'
    this.why = why
  }
}
