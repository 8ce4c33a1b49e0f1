import { setMaxListeners } from 'node:events'
import type { Session } from './session.ts'

/** A signal for long work: aborted by the caller or by the workspace closing. Every row in the pool listens to it. */
export function stopSignal(session: Session, signal: AbortSignal | undefined): AbortSignal {
  const stop = AbortSignal.any([session.closing.signal, ...(signal ? [signal] : [])])
  setMaxListeners(0, stop)
  return stop
}

/** Runs a stream while holding the session's one writing place: it starts when the work before it is done. */
export async function* holdWhile<T>(session: Session, stream: AsyncGenerator<T>): AsyncGenerator<T> {
  let release: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await new Promise<void>((ready) => {
    session
      .exclusive(() => {
        ready()
        return held
      })
      .catch(() => undefined)
  })
  try {
    yield* stream
  } finally {
    release()
  }
}
