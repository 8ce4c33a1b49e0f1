import { type RefObject, useEffect, useRef } from 'react'
import { navigate, queueShown } from '../app/route.ts'
import type { TrajectoryHandle } from './trajectory/trajectory.tsx'

const WRITE_AFTER = 250

/**
 * Keeps the URL and the message being read in step: a message in the URL that this page did not write there is gone to and pointed
 * out; the message being read is written to the URL, in place, when reading pauses.
 */
export function useMessageLink(id: string, linked: number | null, current: number, trajectory: RefObject<TrajectoryHandle | null>): void {
  const written = useRef<number | null>(null)
  useEffect(() => {
    if (linked === null || linked === written.current) return
    written.current = linked
    trajectory.current?.goTo(linked, { flash: true })
  }, [linked, trajectory])
  useEffect(() => {
    if (current === (written.current ?? 0)) return
    const timer = setTimeout(() => {
      written.current = current
      navigate({ screen: 'example', id, message: current, queue: queueShown() }, { replace: true })
    }, WRITE_AFTER)
    return () => clearTimeout(timer)
  }, [id, current])
}
