import { setMaxListeners } from 'node:events'

/** A signal of one's own that others end too. */
export interface LinkedSignal {
  signal: AbortSignal
  abort(reason?: unknown): void
  /** Lets go of the others. Without it a signal that lives long gathers listeners, which is why this is not AbortSignal.any. */
  unlink(): void
}

/** Aborted with the first of `others`, or by itself. */
export function linkSignals(...others: (AbortSignal | undefined)[]): LinkedSignal {
  const controller = new AbortController()
  // Many requests listen to one signal; that is no leak to be warned of.
  for (const signal of [controller.signal, ...others]) if (signal) setMaxListeners(0, signal)
  const links = others.flatMap((other) => (other ? [link(other, controller)] : []))
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    unlink: () => {
      for (const unlink of links) unlink()
    },
  }
}

function link(other: AbortSignal, controller: AbortController): () => void {
  const stop = () => controller.abort(other.reason)
  if (other.aborted) stop()
  other.addEventListener('abort', stop, { once: true })
  return () => other.removeEventListener('abort', stop)
}
