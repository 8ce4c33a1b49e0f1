/** A bounded number of things on their way at the same time; the rest wait in order. */
export interface Lanes {
  /** Runs `work` once a lane is free. @throws the signal's reason as soon as it is aborted while waiting. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

/** `count` lanes. */
export function createLanes(count: number): Lanes {
  let free = count
  const waiting = new Set<() => void>()

  const enter = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    if (free > 0) {
      free--
      return
    }
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', stop)
        resolve()
      }
      const stop = () => {
        waiting.delete(go)
        reject(signal.reason)
      }
      waiting.add(go)
      signal.addEventListener('abort', stop, { once: true })
    })
  }

  const leave = () => {
    const [next] = waiting
    if (!next) {
      free++
      return
    }
    // The lane is handed over, not freed: whoever comes in between would overtake.
    waiting.delete(next)
    next()
  }

  return {
    async run(signal, work) {
      await enter(signal)
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
