import { useEffect, useRef } from 'react'
import { useApi } from '../api/use-api.ts'
import { useView } from '../state/view-store.ts'

/**
 * Coming back from an example that was reached by next and previous, the cursor stands on that example: its place is asked for
 * once and shown.
 */
export function useCursorReturn(show: (index: number) => void): void {
  const api = useApi()
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    const { cursor, cursorIndex, selection, sort, setCursor } = useView.getState()
    if (cursor === null) return
    let isGone = false
    api.example.neighbours({ id: cursor, selection, sort }).then(
      ({ position }) => {
        if (isGone || position === null || useView.getState().cursor !== cursor) return
        if (position !== cursorIndex) setCursor(cursor, position)
        latest.current(position)
      },
      // Not knowing the place only leaves the cursor where it was.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [api])
}
