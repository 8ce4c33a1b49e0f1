import { setMaxListeners } from 'node:events'
import type { Session } from './session.ts'

/** A signal for long work: aborted by any of the given, or by the workspace closing. Every row in the pool listens to it. */
export function stopSignal(session: Session, ...signals: (AbortSignal | undefined)[]): AbortSignal {
  const stop = AbortSignal.any([session.closing.signal, ...signals.filter((signal) => signal !== undefined)])
  setMaxListeners(0, stop)
  return stop
}

/**
 * Runs work in the session's one writing place, when the work before it is done, and streams what it tells. The work goes at its own speed: a
 * listener who does not fetch its events holds up neither the work nor the workspace. One who leaves stops it. Aborted while it waits, the
 * work never starts.
 */
export async function* holdWhile<T>(
  session: Session,
  work: (stop: AbortSignal) => AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  const leaving = new AbortController()
  const stop = stopSignal(session, signal, leaving.signal)
  const told: T[] = []
  let state = 'waiting' as 'waiting' | 'running' | 'ended'
  let wake = (): void => {}
  const turn = session.exclusive(async () => {
    stop.throwIfAborted()
    state = 'running'
    for await (const event of work(stop)) {
      told.push(event)
      wake()
    }
  })
  const ended = turn
    .catch(() => undefined)
    .then(() => {
      state = 'ended'
      wake()
    })
  const onAbort = (): void => wake()
  stop.addEventListener('abort', onAbort)
  try {
    for (;;) {
      const event = told.shift()
      if (event !== undefined) yield event
      else if (state === 'ended') return await turn
      else {
        if (state === 'waiting') stop.throwIfAborted()
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  } finally {
    stop.removeEventListener('abort', onAbort)
    leaving.abort()
    if (state === 'running') await ended
  }
}
