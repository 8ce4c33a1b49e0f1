import type { Session } from './session.ts'

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
