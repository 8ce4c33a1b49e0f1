import { untilAborted } from './until-aborted.ts'

/** Work by key that several callers may wait for. */
export interface SharedWork {
  /**
   * Joins the work under way for this key, or begins it. A caller whose signal aborts stops waiting; the work itself is aborted when
   * nobody waits for it any more.
   */
  join(key: string, work: (signal: AbortSignal) => Promise<void>, signal?: AbortSignal): Promise<void>
  /** Settled when nothing is under way, abandoned work included. */
  idle(): Promise<void>
}

interface Running {
  ended: Promise<void>
  stop: AbortController
  waiting: number
}

/** Makes a {@link SharedWork}. */
export function createSharedWork(): SharedWork {
  const byKey = new Map<string, Running>()
  const all = new Set<Promise<void>>()
  const begin = (key: string, work: (signal: AbortSignal) => Promise<void>): Running => {
    const stop = new AbortController()
    const running: Running = { stop, waiting: 0, ended: work(stop.signal).finally(() => forget(key, running)) }
    byKey.set(key, running)
    all.add(running.ended)
    // Told to those who wait; when all have left, nobody listens.
    running.ended.catch(() => undefined)
    return running
  }
  const forget = (key: string, running: Running): void => {
    all.delete(running.ended)
    if (byKey.get(key) === running) byKey.delete(key)
  }
  return {
    async join(key, work, signal) {
      signal?.throwIfAborted()
      const running = byKey.get(key) ?? begin(key, work)
      running.waiting++
      try {
        await untilAborted(running.ended, signal)
      } finally {
        if (--running.waiting === 0) {
          if (byKey.get(key) === running) byKey.delete(key)
          running.stop.abort()
        }
      }
    },
    idle: async () => {
      await Promise.allSettled(all)
    },
  }
}
