import { useEffect, useRef } from 'react'

/** While a drag goes on: Escape gives it up. However it ends, even by its plot going away, `onOver` is called. */
export function useDragWatch(isDragging: boolean, cancel: () => void, onOver: () => void): void {
  const latest = useRef({ cancel, onOver })
  latest.current = { cancel, onOver }
  useEffect(() => {
    if (!isDragging) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      latest.current.cancel()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => {
      window.removeEventListener('keydown', press, { capture: true })
      latest.current.onOver()
    }
  }, [isDragging])
}
