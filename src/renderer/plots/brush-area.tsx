import type { PointerEvent } from 'react'
import { BrushHandle } from './brush-handle.tsx'
import type { Frame } from './frame.ts'
import { endWords } from './range-words.ts'
import type { AxisInfo, Range } from './types.ts'
import { type Brush, placesOf } from './use-brush.ts'

/** A frame to brush along its foot: by pointer anywhere on it, by keyboard with a handle at each end. */
export interface BrushAreaProps {
  frame: Frame
  brush: Brush
  spots: readonly number[]
  axis: AxisInfo
  range: Range | null
  canBrush: boolean
  onHover: (place: number, point: { x: number; y: number }) => void
  onFocusBin: (bin: number, element: HTMLElement) => void
  onLeave: () => void
}

const CURSORS = { from: 'ew-resize', to: 'ew-resize', inside: 'grab', outside: 'crosshair' }

/** See {@link BrushAreaProps}. A double click clears. */
export function BrushArea({ frame, brush, spots, axis, range, canBrush, onHover, onFocusBin, onLeave }: BrushAreaProps) {
  const placeOf = (event: PointerEvent<HTMLElement>) => frame.left + event.clientX - event.currentTarget.getBoundingClientRect().left
  const press = (event: PointerEvent<HTMLElement>) => {
    if (!canBrush || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    brush.start(placeOf(event))
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const place = placeOf(event)
    if (brush.isDragging) brush.move(place)
    else if (canBrush) event.currentTarget.style.cursor = CURSORS[brush.grip(place)]
    onHover(place, { x: event.clientX, y: event.clientY })
  }
  const style = { left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top }
  const last = spots.length - 2
  const bins = brush.bins ?? { from: 0, to: last }
  const places = placesOf(bins, spots)
  const isSet = range !== null || brush.isDragging
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the handles say and do the same by keyboard */}
      <div
        className="plot-area-hit"
        style={style}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={brush.end}
        onPointerCancel={brush.cancel}
        onPointerLeave={onLeave}
        onDoubleClick={brush.clear}
      />
      {canBrush &&
        (['from', 'to'] as const).map((end) => (
          <BrushHandle
            key={end}
            label={`${end === 'from' ? 'Least' : 'Most'} ${axis.label}`}
            text={endWords(end, range, axis)}
            bin={bins[end]}
            last={last}
            isSet={isSet}
            style={{ left: places[end], top: frame.top, height: frame.bottom - frame.top }}
            onStep={(by) => brush.step(end, by)}
            onClear={brush.clear}
            onFocus={(element) => onFocusBin(bins[end], element)}
            onBlur={onLeave}
          />
        ))}
    </>
  )
}
