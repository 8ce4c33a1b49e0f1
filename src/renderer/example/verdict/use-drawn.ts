import { useCallback, useLayoutEffect, useRef } from 'react'

/** Answers whether an example has been on the screen: nobody decides about what they cannot have seen. */
export function useDrawn(id: string): () => boolean {
  const drawn = useRef<string | null>(null)
  // At once with the commit: an effect that waits for its turn may ask for a frame after the one that shows the example, and an answer given meanwhile be refused.
  useLayoutEffect(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      drawn.current = id
    }
    // A frame's callbacks run before it is painted, a message sent from one of them right after; a timer may come a good deal later.
    const frame = requestAnimationFrame(() => port2.postMessage(null))
    return () => {
      cancelAnimationFrame(frame)
      port1.close()
    }
  }, [id])
  return useCallback(() => drawn.current === id, [id])
}
