import { type RefObject, useEffect } from 'react'
import type { TrajectoryHandle } from '../trajectory/trajectory.tsx'
import type { Hit } from '../types.ts'
import { centre, clearHighlights, highlightHits } from './highlight-text.ts'

/** A hit may have to be scrolled into being first. */
const FRAMES = 40

/** Paints after everything the list draws, and brings a newly pointed hit to the middle of the window once. */
export function useHighlights(
  trajectory: RefObject<TrajectoryHandle | null>,
  hits: ReadonlyMap<string, readonly Hit[]>,
  pointed: Hit | null,
  turn: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn to the same hit brings it into view again
  useEffect(() => {
    const root = trajectory.current?.element()
    if (!root || hits.size === 0) return clearHighlights()
    let frame = 0
    let framesLeft = pointed === null ? 0 : FRAMES
    const paint = () => {
      frame = 0
      const range = highlightHits(root, hits, pointed)
      if (framesLeft === 0) return
      framesLeft--
      if (range && framesLeft < FRAMES - 4) {
        framesLeft = 0
        centre(root, range)
      } else schedule()
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(paint)
    }
    const observer = new MutationObserver(schedule)
    observer.observe(root, { childList: true, subtree: true, characterData: true })
    schedule()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      clearHighlights()
    }
  }, [trajectory, hits, pointed, turn])
}
