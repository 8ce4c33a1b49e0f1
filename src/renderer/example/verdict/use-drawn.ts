import { useCallback, useEffect, useRef } from 'react'

/** Answers whether an example has been on the screen: nobody decides about what they cannot have seen. */
export function useDrawn(id: string): () => boolean {
  const drawn = useRef<string | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    // A frame's callbacks run before it is painted; what they put off runs after.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        drawn.current = id
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [id])
  return useCallback(() => drawn.current === id, [id])
}
