/** Places for a few pieces of work at a time; further ones wait in the order they came. */
export interface Lanes {
  /** Waits for a place; the function given frees it, and must be called. Throws the signal's reason when it aborts first. */
  enter(signal?: AbortSignal): Promise<() => void>
}

/** Makes {@link Lanes} for `count` pieces of work. */
export function createLanes(count: number): Lanes {
  let free = count
  const waiting = new Set<() => void>()
  const leave = (): void => {
    const [next] = waiting
    if (next) next()
    else free++
  }
  return {
    enter(signal) {
      signal?.throwIfAborted()
      if (free > 0) {
        free--
        return Promise.resolve(once(leave))
      }
      return new Promise((resolve, reject) => {
        const abort = (): void => {
          waiting.delete(go)
          reject(signal?.reason)
        }
        const go = (): void => {
          waiting.delete(go)
          signal?.removeEventListener('abort', abort)
          resolve(once(leave))
        }
        waiting.add(go)
        signal?.addEventListener('abort', abort, { once: true })
      })
    },
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}
