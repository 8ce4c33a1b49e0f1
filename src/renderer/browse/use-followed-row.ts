import { useEffect, useRef } from 'react'
import { type Seen, seeRow } from './seen-row.ts'

/**
 * Rows that come in while a source is read push others on, and so does measuring in an order by a measure: the cursor goes with its row,
 * so that Enter opens what the person looks at. `onMoved` hears of the row's new place and by how many rows it moved.
 */
export function useFollowedRow({ isSettled, onMoved, ...now }: FollowedRow): void {
  const seen = useRef<Seen | null>(null)
  useEffect(() => {
    // Until the answer is there, the rows on show are those of the selection before.
    const next = isSettled ? seeRow(seen.current, now) : { seen: null, movedTo: null }
    seen.current = next.seen
    if (next.movedTo !== null) onMoved(next.movedTo, next.movedTo - now.index)
  })
}

/** See {@link useFollowedRow}; what is in view, and where the cursor is. */
interface FollowedRow {
  /** Selection and order: in others the cursor starts anew. */
  shown: readonly unknown[]
  index: number
  inView: readonly { index: number; id: string | undefined }[]
  isSettled: boolean
  onMoved: (index: number, by: number) => void
}
