import type { Lanes } from './lanes.ts'
import { isPassing, NetError } from './net-error.ts'
import { backoffMs } from './retry-policy.ts'

/** A host that never answered is more likely a wrong name, or no network at all, than a pause: nobody should wait long to hear that. */
const TRIES_AT_NOBODY = 3

/** Added to the wait after a 429, so that all lanes do not start in the same moment. */
const SPREAD_MS = 500

/** How requests are tried again. */
export interface Patience {
  lanes: Lanes
  tries: number
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  random: () => number
}

/** Runs attempts until one is through. */
export interface Persistence {
  /**
   * `attempt` tells of progress by calling what it is given: failures are counted from there anew. @throws NetError after the last try, at
   * once when no try could help; the signal's reason; anything else an attempt throws, unchanged.
   */
  persist<T>(signal: AbortSignal, attempt: (progress: () => void) => Promise<T>): Promise<T>
}

/** One for all requests of a connection, since "too many requests" (429) means all of them. */
export function createPersistence({ lanes, tries, sleep, random }: Patience): Persistence {
  /** Nothing is sent before this time. */
  let heldUntil = 0

  const waitForHold = async (signal: AbortSignal) => {
    // Asked once more only after it was put off again: a clock that does not keep pace with `sleep` ends no one up in a circle.
    for (let seen = 0; heldUntil > Math.max(seen, Date.now()); ) {
      seen = heldUntil
      await sleep(seen - Date.now() + random() * SPREAD_MS, signal)
    }
  }

  const waitAfter = async (error: NetError, failures: number, signal: AbortSignal) => {
    const { trouble } = error
    const asked = trouble.kind === 'status' ? trouble.waitMs : null
    const wait = Math.max(asked ?? 0, backoffMs(failures, random))
    if (trouble.kind !== 'status' || trouble.status !== 429) return sleep(wait, signal)
    heldUntil = Math.max(heldUntil, Date.now() + wait)
  }

  return {
    async persist(signal, attempt) {
      let failures = 0
      const progress = () => {
        failures = 0
      }
      for (;;) {
        try {
          return await lanes.run(signal, async () => {
            await waitForHold(signal)
            signal.throwIfAborted()
            return attempt(progress)
          })
        } catch (error) {
          signal.throwIfAborted()
          if (!(error instanceof NetError) || !isPassing(error.trouble)) throw error
          failures++
          if (failures >= limitFor(error, tries)) throw error
          await waitAfter(error, failures, signal).catch((failed) => {
            signal.throwIfAborted()
            throw failed
          })
        }
      }
    },
  }
}

function limitFor({ trouble }: NetError, tries: number): number {
  return trouble.kind === 'unreachable' && trouble.isNew ? Math.min(TRIES_AT_NOBODY, tries) : tries
}
