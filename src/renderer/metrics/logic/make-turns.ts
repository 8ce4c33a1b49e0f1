/** Runs a piece of work when its turn comes; one that is stopped before never begins. */
export type Turns = <Answer>(signal: AbortSignal, work: () => Promise<Answer>) => Promise<Answer>

/**
 * Lets at most `atOnce` pieces of work go on, the others in the order they came. A brush moved by keys asks a dozen questions at each
 * press: those already outdated leave the line unasked, and the host is never behind by more than those it has begun.
 */
export function makeTurns(atOnce: number): Turns {
  const waiting = new Set<() => void>()
  let running = 0
  const free = () => {
    running -= 1
    const [next] = waiting
    if (!next) return
    waiting.delete(next)
    next()
  }
  const turn = (signal: AbortSignal) =>
    new Promise<void>((begin, leave) => {
      const start = () => {
        signal.removeEventListener('abort', stop)
        running += 1
        begin()
      }
      const stop = () => {
        waiting.delete(start)
        leave(signal.reason)
      }
      if (signal.aborted) leave(signal.reason)
      else if (running < atOnce) start()
      else {
        waiting.add(start)
        signal.addEventListener('abort', stop, { once: true })
      }
    })
  return async (signal, work) => {
    await turn(signal)
    try {
      return await work()
    } finally {
      free()
    }
  }
}
