/** Milliseconds between asking again, as long as the answers come at once. */
const ASK_AGAIN_EVERY = 400
/** Of the time at most one part in so many goes into asking again: what is being read or measured needs the rest of it. */
const SHARE = 5
const LONGEST = 5_000

/** Milliseconds to wait after a round of answers that took `took` ms: 400 at least, 5,000 at most. */
export function restAfter(took: number): number {
  return Math.min(LONGEST, Math.max(ASK_AGAIN_EVERY, took * (SHARE - 1)))
}

/**
 * Collects changes and asks once for all of them. A round is never begun before the one before has been answered: over half a million
 * rows a round takes longer than the next change is away, and answers that are asked for anew each time would never come.
 */
export function makeRefresher<Change>(ask: (changes: readonly Change[]) => Promise<unknown>): (change: Change) => void {
  const waiting = new Set<Change>()
  let isBusy = false
  const round = async () => {
    const changes = [...waiting]
    waiting.clear()
    const began = performance.now()
    await ask(changes)
    isBusy = false
    if (waiting.size > 0) begin(restAfter(performance.now() - began))
  }
  const begin = (rest: number) => {
    isBusy = true
    setTimeout(() => void round(), rest)
  }
  return (change) => {
    waiting.add(change)
    if (!isBusy) begin(ASK_AGAIN_EVERY)
  }
}
