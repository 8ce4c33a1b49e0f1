import { setMaxListeners } from 'node:events'
import type { Session } from './session.ts'

/** A signal for long work: aborted by the caller or by the workspace closing. Every row in the pool listens to it. */
export function stopSignal(session: Session, signal: AbortSignal | undefined): AbortSignal {
  const stop = AbortSignal.any([session.closing.signal, ...(signal ? [signal] : [])])
  setMaxListeners(0, stop)
  return stop
}

/**
 * Runs a stream while holding the session's one writing place: it starts when the work before it is done. Aborted while it waits,
 * it never starts and throws the signal's reason.
 */
export async function* holdWhile<T>(session: Session, stream: AsyncGenerator<T>, signal: AbortSignal): AsyncGenerator<T> {
  const release = await takePlace(session, signal)
  try {
    yield* stream
  } finally {
    release()
  }
}

/** Resolves with what gives the place back. */
function takePlace(session: Session, signal: AbortSignal): Promise<() => void> {
  return new Promise((taken, refused) => {
    const leave = (): void => refused(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    const turn = (): Promise<void> => {
      signal.removeEventListener('abort', leave)
      if (signal.aborted) return Promise.resolve(leave())
      return new Promise((release) => taken(release))
    }
    session.exclusive(turn).catch(refused)
  })
}
