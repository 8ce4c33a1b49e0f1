import { useEffect, useState } from 'react'
import { type Bins, binOfPlace, binsOfRange, moveEnd, rangeOfBins } from './brush.ts'
import type { GridAxis } from './density-model.ts'
import { type Drag, gripAt, moveDrag, startDrags } from './drag.ts'
import type { Brush2, Range } from './types.ts'
import { isSame, placesOf } from './use-brush.ts'
import { useDragWatch } from './use-drag-watch.ts'

/** What a brush over two axes works on: along the foot, then up. */
interface Brush2Input {
  axes: [GridAxis, GridAxis]
  isInteger: [boolean, boolean]
  brush: Brush2 | null
  onBrush: ((brush: Brush2 | null) => void) | undefined
  /** What a drag has brushed so far; undefined once it is over. */
  onDrag?: ((brush: Brush2 | null | undefined) => void) | undefined
}

/** A rectangle of bins, and what moves it. `places` are px. */
export interface BrushState2 {
  /** Bins along both axes; null without a brush, and when it lies outside. */
  bins: [Bins, Bins] | null
  isDragging: boolean
  isNear: (places: [number, number]) => boolean
  start: (places: [number, number]) => void
  move: (places: [number, number]) => void
  end: () => void
  cancel: () => void
  clear: () => void
  step: (axis: 0 | 1, end: 'from' | 'to', by: number) => void
}

const OPEN: Range = { min: null, max: null }

/** A brush over two axes, told once a drag ends and at each key. */
export function useBrush2({ axes, isInteger, brush, onBrush, onDrag }: Brush2Input): BrushState2 {
  const [drags, setDrags] = useState<[Drag, Drag] | null>(null)
  const last = [axes[0].edges.length - 2, axes[1].edges.length - 2] as const
  const standing = brush && standingBins(axes, brush, isInteger)
  const binsAt = (places: [number, number]): [number, number] => [
    binOfPlace(axes[0].spots, places[0]),
    binOfPlace(axes[1].spots, places[1]),
  ]
  const gripsAt = (places: [number, number]) => {
    const grip = (axis: 0 | 1) => gripAt(places[axis], standing && placesOf(standing[axis], axes[axis].spots))
    return [grip(0), grip(1)] as [ReturnType<typeof gripAt>, ReturnType<typeof gripAt>]
  }
  const brushOf = (bins: [Bins, Bins]) => {
    const range = (axis: 0 | 1) => rangeOfBins(axes[axis].edges, bins[axis], isInteger[axis])
    const next = { x: range(0), y: range(1) }
    return next.x || next.y ? next : null
  }
  const tell = (bins: [Bins, Bins]) => onBrush?.(brushOf(bins))
  const dragged = drags && [drags[0].now.from, drags[0].now.to, drags[1].now.from, drags[1].now.to].join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other bins are news
  useEffect(() => {
    if (drags) onDrag?.(brushOf([drags[0].now, drags[1].now]))
  }, [dragged])
  useDragWatch(
    drags !== null,
    () => setDrags(null),
    () => onDrag?.(undefined),
  )
  return {
    bins: drags ? [drags[0].now, drags[1].now] : standing,
    isDragging: drags !== null,
    isNear: (places) => !gripsAt(places).includes('outside'),
    start: (places) => setDrags(startDrags(gripsAt(places), standing, binsAt(places))),
    move: (places) =>
      setDrags((now) => {
        const at = binsAt(places)
        return now && [moveDrag(now[0], at[0], last[0]), moveDrag(now[1], at[1], last[1])]
      }),
    end: () => {
      if (drags && !(standing && isSame(drags[0].now, standing[0]) && isSame(drags[1].now, standing[1]))) tell([drags[0].now, drags[1].now])
      setDrags(null)
    },
    cancel: () => setDrags(null),
    clear: () => onBrush?.(null),
    step: (axis, end, by) => {
      const bins: [Bins, Bins] = standing ?? [
        { from: 0, to: last[0] },
        { from: 0, to: last[1] },
      ]
      const moved = moveEnd(bins[axis], end, by, last[axis])
      tell(axis === 0 ? [moved, bins[1]] : [bins[0], moved])
    },
  }
}

function standingBins(axes: [GridAxis, GridAxis], brush: Brush2, isInteger: [boolean, boolean]): [Bins, Bins] | null {
  const x = binsOfRange(axes[0].edges, brush.x ?? OPEN, isInteger[0])
  const y = binsOfRange(axes[1].edges, brush.y ?? OPEN, isInteger[1])
  return x && y && [x, y]
}
