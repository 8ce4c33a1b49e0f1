/** Hands every published event to every listener; a listener that is slow keeps only its newest events. */
export interface EventHub<Event> {
  publish(event: Event): void
  /** Events from now on, until the signal aborts or the hub ends. */
  listen(signal?: AbortSignal): AsyncGenerator<Event, void>
  /** Ends every stream, once its listener has had what was published before. */
  end(): void
}

/** Enough for a burst of progress; older events are superseded by newer ones anyway. */
const QUEUE_LIMIT = 200

/** Makes an {@link EventHub}. */
export function createEventHub<Event>(): EventHub<Event> {
  const listeners = new Set<(event: Event) => void>()
  const ending = new AbortController()
  return {
    publish: (event) => {
      for (const listener of listeners) listener(event)
    },
    listen: (signal) => listen(listeners, signal ? AbortSignal.any([signal, ending.signal]) : ending.signal),
    end: () => ending.abort(),
  }
}

async function* listen<Event>(listeners: Set<(event: Event) => void>, signal: AbortSignal): AsyncGenerator<Event, void> {
  const queue: Event[] = []
  let wake: () => void = () => {}
  const onEvent = (event: Event): void => {
    queue.push(event)
    if (queue.length > QUEUE_LIMIT) queue.shift()
    wake()
  }
  const onAbort = (): void => wake()
  listeners.add(onEvent)
  signal.addEventListener('abort', onAbort)
  try {
    for (;;) {
      const event = queue.shift()
      if (event !== undefined) yield event
      else if (signal.aborted) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    listeners.delete(onEvent)
    signal.removeEventListener('abort', onAbort)
  }
}
