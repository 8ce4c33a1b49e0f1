import type { MouseEvent, PointerEvent } from 'react'
import { BrushHandle } from './brush-handle.tsx'
import type { GridAxis } from './density-model.ts'
import type { Frame } from './frame.ts'
import { endWords } from './range-words.ts'
import type { AxisInfo, Brush2 } from './types.ts'
import { placesOf } from './use-brush.ts'
import type { BrushState2 } from './use-brush-2.ts'

/** A frame to brush on both axes: a rectangle by pointer, four handles by keyboard. */
export interface BrushGridProps {
  frame: Frame
  brush: BrushState2
  /** Along the foot, then up. */
  axes: [GridAxis, GridAxis]
  infos: [AxisInfo, AxisInfo]
  ranges: Brush2 | null
  canBrush: boolean
  /** Opens the point at a place, where there is one. */
  onOpenAt: (places: [number, number]) => void
  /** Opens the only point within the brush. */
  onOpenOnly: () => void
  onHover: (places: [number, number], point: { x: number; y: number }) => void
  onFocusCell: (cell: [number, number], element: HTMLElement) => void
  onLeave: () => void
}

const SLIDERS = [
  { axis: 0, end: 'from' },
  { axis: 0, end: 'to' },
  { axis: 1, end: 'from' },
  { axis: 1, end: 'to' },
] as const

/** See {@link BrushGridProps}. A double click clears, and opens the point under it. */
export function BrushGrid({
  frame,
  brush,
  axes,
  infos,
  ranges,
  canBrush,
  onOpenAt,
  onOpenOnly,
  onHover,
  onFocusCell,
  onLeave,
}: BrushGridProps) {
  const placesAt = (event: MouseEvent<HTMLElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect()
    return [frame.left + event.clientX - box.left, frame.top + event.clientY - box.top]
  }
  const press = (event: PointerEvent<HTMLElement>) => {
    if (!canBrush || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    brush.start(placesAt(event))
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const places = placesAt(event)
    if (brush.isDragging) brush.move(places)
    else if (canBrush) event.currentTarget.style.cursor = brush.isNear(places) ? 'grab' : 'crosshair'
    onHover(places, { x: event.clientX, y: event.clientY })
  }
  // The clicks before it brushed the cell under them.
  const openAndClear = (event: MouseEvent<HTMLElement>) => {
    brush.clear()
    onOpenAt(placesAt(event))
  }
  const lasts = [axes[0].edges.length - 2, axes[1].edges.length - 2] as const
  const [across, up] = brush.bins ?? [
    { from: 0, to: lasts[0] },
    { from: 0, to: lasts[1] },
  ]
  const x = placesOf(across, axes[0].spots)
  const y = placesOf(up, axes[1].spots)
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the handles say and do the same by keyboard */}
      <div
        className="plot-area-hit"
        style={{ left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top }}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={brush.end}
        onPointerCancel={brush.cancel}
        onPointerLeave={onLeave}
        onDoubleClick={openAndClear}
      />
      {canBrush &&
        SLIDERS.map(({ axis, end }) => (
          <BrushHandle
            key={`${axis} ${end}`}
            label={`${end === 'from' ? 'Least' : 'Most'} ${infos[axis].label}`}
            text={endWords(end, axis === 0 ? (ranges?.x ?? null) : (ranges?.y ?? null), infos[axis])}
            bin={axis === 0 ? across[end] : up[end]}
            last={lasts[axis]}
            orientation={axis === 0 ? 'horizontal' : 'vertical'}
            isSet={ranges !== null || brush.isDragging}
            style={axis === 0 ? { left: x[end], top: y.to, height: y.from - y.to } : { top: y[end], left: x.from, width: x.to - x.from }}
            onStep={(by) => brush.step(axis, end, by)}
            onClear={brush.clear}
            onEnter={onOpenOnly}
            onFocus={(element) => onFocusCell([across[axis === 0 ? end : 'from'], up[axis === 1 ? end : 'from']], element)}
            onBlur={onLeave}
          />
        ))}
    </>
  )
}
