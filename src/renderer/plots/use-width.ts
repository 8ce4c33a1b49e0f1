import { useCallback, useState } from 'react'

/** Before the container was measured, and where there is no layout at all. */
const FIRST = 420

/** The width of a container, kept up to date; a hidden one keeps its last. Give `refs` to the element. */
export function useWidth(): { refs: (element: HTMLElement | null) => (() => void) | undefined; width: number } {
  const [width, setWidth] = useState(FIRST)
  const refs = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const measure = () => {
      const next = Math.round(element.getBoundingClientRect().width)
      if (next > 0) setWidth(next)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { refs, width }
}
