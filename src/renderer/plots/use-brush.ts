import { useEffect, useState } from 'react'
import { type Bins, binOfPlace, binsOfRange, moveEnd, rangeOfBins } from './brush.ts'
import { type Drag, type Grip, gripAt, moveDrag, startDrag } from './drag.ts'
import type { Range } from './types.ts'
import { useDragWatch } from './use-drag-watch.ts'

/** What a brush along one axis works on. `edges` and `spots` are values and px of the drawn bins. */
export interface BrushInput {
  edges: readonly number[]
  spots: readonly number[]
  isInteger: boolean
  range: Range | null
  onBrush: ((range: Range | null) => void) | undefined
  /** What a drag has brushed so far; undefined once it is over. */
  onDrag?: ((range: Range | null | undefined) => void) | undefined
}

/** A brush along one axis: the bins inside (while dragging, those so far), and what moves it. */
export interface Brush {
  /** Null without a brush, and when it lies outside the axis. */
  bins: Bins | null
  isDragging: boolean
  grip: (place: number) => Grip
  start: (place: number) => void
  move: (place: number) => void
  end: () => void
  cancel: () => void
  clear: () => void
  step: (end: 'from' | 'to', by: number) => void
}

const NONE: Bins = { from: -1, to: -1 }

/** A brush that is told once a drag ends, and at each key. */
export function useBrush({ edges, spots, isInteger, range, onBrush, onDrag }: BrushInput): Brush {
  const [drag, setDrag] = useState<Drag | null>(null)
  const last = edges.length - 2
  const standing = range ? binsOfRange(edges, range, isInteger) : null
  const tell = (bins: Bins) => onBrush?.(rangeOfBins(edges, bins, isInteger))
  const { from, to } = drag?.now ?? NONE
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other bins are news
  useEffect(() => {
    if (from >= 0) onDrag?.(rangeOfBins(edges, { from, to }, isInteger))
  }, [from, to])
  useDragWatch(
    drag !== null,
    () => setDrag(null),
    () => onDrag?.(undefined),
  )
  const grip = (place: number) => gripAt(place, standing && placesOf(standing, spots))
  return {
    bins: drag ? drag.now : standing,
    isDragging: drag !== null,
    grip,
    start: (place) => setDrag(startDrag(grip(place), standing, binOfPlace(spots, place))),
    move: (place) => setDrag((now) => now && moveDrag(now, binOfPlace(spots, place), last)),
    end: () => {
      if (drag && !(standing && isSame(drag.now, standing))) tell(drag.now)
      setDrag(null)
    },
    cancel: () => setDrag(null),
    clear: () => onBrush?.(null),
    step: (end, by) => tell(moveEnd(standing ?? { from: 0, to: last }, end, by, last)),
  }
}

/** Where brushed bins begin and end, px. */
export function placesOf({ from, to }: Bins, spots: readonly number[]): { from: number; to: number } {
  return { from: spots[from] ?? 0, to: spots[to + 1] ?? 0 }
}

export function isSame(a: Bins, b: Bins): boolean {
  return a.from === b.from && a.to === b.to
}
