import { useEffect, useRef, useState } from 'react'
import { isCancelled } from '../../state/fault-of.ts'

/** A stream of events followed for as long as its dialog is open. `latest` null is before the first event. */
export interface Streamed<Event> {
  state: 'idle' | 'running' | 'done' | 'failed'
  latest: Event | null
  error: unknown
}

/** Starts a stream and follows it; cancelled, or when its dialog goes, it is stopped and may be started again. */
export function useStreamed<Event>(): Streamed<Event> & {
  start: (open: (signal: AbortSignal) => Promise<AsyncIterable<Event>>) => Promise<Event | null>
  cancel: () => void
} {
  const [now, setNow] = useState<Streamed<Event>>({ state: 'idle', latest: null, error: null })
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  return {
    ...now,
    cancel: () => stop.current?.abort(),
    start: async (open) => {
      const controller = new AbortController()
      stop.current = controller
      setNow({ state: 'running', latest: null, error: null })
      let latest: Event | null = null
      try {
        for await (const event of await open(controller.signal)) {
          latest = event
          setNow({ state: 'running', latest, error: null })
        }
        setNow({ state: controller.signal.aborted ? 'idle' : 'done', latest, error: null })
        return controller.signal.aborted ? null : latest
      } catch (error) {
        const wasStopped = controller.signal.aborted || isCancelled(error)
        setNow({ state: wasStopped ? 'idle' : 'failed', latest: null, error })
        return null
      }
    },
  }
}
