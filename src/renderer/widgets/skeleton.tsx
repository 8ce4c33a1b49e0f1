import type { CSSProperties } from 'react'
import { useLate } from './use-late.ts'

/** Grey lines of the real thing's size, seen only when loading takes longer than 150 ms. */
export function Skeleton({ lines = 1, height = 12, width = '100%', label = 'Loading' }: SkeletonProps) {
  const isLate = useLate(true)
  const style: CSSProperties = { height, width, visibility: isLate ? 'visible' : 'hidden' }
  return (
    <div className="skeletons" role="status" aria-label={label} aria-busy="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} className="skeleton" style={style} />
      ))}
    </div>
  )
}

/** See {@link Skeleton}. Height in px of one line. */
export interface SkeletonProps {
  lines?: number
  height?: number
  width?: string | number
  label?: string
}
