import { type Bins, clamp } from './brush.ts'

/** Where a drag took hold of one axis of a brush: an end, its inside, or nothing. */
export type Grip = 'from' | 'to' | 'inside' | 'outside'

/** A drag along one axis. `now` is what is brushed meanwhile; 'hold' leaves the axis alone (the other one is dragged). */
export interface Drag {
  kind: 'new' | 'move' | 'from' | 'to' | 'hold'
  anchor: number
  origin: Bins
  now: Bins
}

/** How near an end counts as on it, px. */
const NEAR = 7

/** What is under a point of an axis with a brush between two places (in either order). */
export function gripAt(place: number, brush: { from: number; to: number } | null): Grip {
  if (!brush) return 'outside'
  const toFrom = Math.abs(place - brush.from)
  const toTo = Math.abs(place - brush.to)
  if (Math.min(toFrom, toTo) <= NEAR) return toFrom < toTo ? 'from' : 'to'
  return place > Math.min(brush.from, brush.to) && place < Math.max(brush.from, brush.to) ? 'inside' : 'outside'
}

/** A drag of one axis begins in bin `at`. */
export function startDrag(grip: Grip, current: Bins | null, at: number): Drag {
  const kind = grip === 'outside' || !current ? 'new' : grip === 'inside' ? 'move' : grip
  const origin = current ?? { from: at, to: at }
  return { kind, anchor: at, origin, now: kind === 'new' ? { from: at, to: at } : origin }
}

/** The pointer is over bin `at` now; `last` is the last bin. Ends may be dragged past each other. */
export function moveDrag(drag: Drag, at: number, last: number): Drag {
  return { ...drag, now: draggedBins(drag, clamp(at, 0, last), last) }
}

/** Drags on both axes: an end of one holds the other, and nothing under one is a new rectangle on both. */
export function startDrags(grips: [Grip, Grip], current: [Bins, Bins] | null, at: [number, number]): [Drag, Drag] {
  const isNew = !current || grips.includes('outside')
  const isMove = grips.every((grip) => grip === 'inside')
  const start = (axis: 0 | 1): Drag => {
    if (isNew) return startDrag('outside', null, at[axis])
    const drag = startDrag(grips[axis], current[axis], at[axis])
    return drag.kind === 'move' && !isMove ? { ...drag, kind: 'hold' } : drag
  }
  return [start(0), start(1)]
}

function draggedBins({ kind, anchor, origin, now }: Drag, at: number, last: number): Bins {
  if (kind === 'hold') return now
  if (kind === 'new') return ordered(anchor, at)
  if (kind === 'from') return ordered(at, origin.to)
  if (kind === 'to') return ordered(origin.from, at)
  const by = clamp(at - anchor, -origin.from, last - origin.to)
  return { from: origin.from + by, to: origin.to + by }
}

function ordered(a: number, b: number): Bins {
  return { from: Math.min(a, b), to: Math.max(a, b) }
}
