import type { Scale, Tick } from './axis-scale.ts'
import type { Frame } from './frame.ts'
import { textWidth } from './label-text.ts'

/** Ticks and their hairlines from the left. */
export function HeightAxis({ frame, ticks, y }: { frame: Frame; ticks: readonly Tick[]; y: Scale }) {
  return (
    <g>
      {ticks.map(({ value, text }) => (
        <g key={value}>
          <path d={`M${frame.left} ${round(y(value))}H${frame.right}`} className="plot-grid" />
          <text x={frame.left - 6} y={round(y(value)) + 3.5} className="plot-tick plot-end">
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Ticks along the foot; those at the ends stay inside the drawing. */
export function FootAxis({ frame, ticks, x }: { frame: Frame; ticks: readonly Tick[]; x: Scale }) {
  return (
    <g>
      <path d={`M${frame.left} ${frame.bottom + 0.5}H${frame.right}`} className="plot-base" />
      {ticks.map(({ value, text }) => (
        <g key={value}>
          <path d={`M${round(x(value))} ${frame.bottom}v4`} className="plot-base" />
          <text x={inside(x(value), text, frame)} y={frame.bottom + 15} className="plot-tick plot-middle">
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}

function inside(place: number, text: string, frame: Frame): number {
  const half = textWidth(text, 10) / 2
  return round(Math.min(place, frame.width - half - 2))
}

function round(value: number): number {
  return Math.round(value * 2) / 2
}
