import type { Scale } from './axis-scale.ts'
import type { Frame } from './frame.ts'
import { textWidth } from './label-text.ts'

/** A labelled vertical line: `{ value: 8192, label: '8k' }`. */
export interface PlotMark {
  value: number
  label: string
}

/** Marks within the axis, each labelled above the frame; one too close to the last keeps its line and loses its label. */
export function Marks({
  marks,
  frame,
  axis,
  x,
  top,
}: {
  marks: readonly PlotMark[]
  frame: Frame
  axis: { min: number; max: number }
  x: Scale
  top: number
}) {
  const inside = marks.filter(({ value }) => value >= axis.min && value <= axis.max)
  let end = Number.NEGATIVE_INFINITY
  return (
    <g>
      {inside.map(({ value, label }) => {
        const place = Math.round(x(value)) + 0.5
        const half = textWidth(label, 10) / 2
        const isRoomy = place - half > end + 4
        if (isRoomy) end = place + half
        return (
          <g key={value}>
            <path className="plot-mark" d={`M${place} ${top + 14}V${frame.bottom}`} />
            {isRoomy && (
              <text className="plot-mark-word plot-middle" x={place} y={top + 10}>
                {label}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
