/** Runs pieces of work one after the other, in the order asked. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>

/** Makes an {@link Exclusive}; work that fails does not hold up the next. */
export function createExclusive(): Exclusive {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
