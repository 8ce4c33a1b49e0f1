import { formatShort } from '../widgets/index.ts'
import { HeightAxis } from './axes.tsx'
import { heightTicks } from './axis-scale.ts'
import { barsPath } from './bin-shapes.ts'
import { labelText } from './label-text.ts'
import type { RateItem } from './rate-bars.tsx'
import { UPRIGHT } from './rate-layout.ts'
import { isFaded } from './row-list.ts'

/** What both ways of drawing rates are given. */
export interface RatesProps {
  items: readonly RateItem[]
  picked: readonly string[]
  width: number
  height: number
}

/** Widest an upright bar gets, px. */
const WIDEST = 56

/** Rates as upright bars from 0, with whiskers, key and n. */
export function UprightRates({ items, picked, width, height }: RatesProps) {
  const frame = { width, height, left: UPRIGHT.left, right: width - UPRIGHT.right, top: UPRIGHT.top, bottom: height - UPRIGHT.bottom }
  const { top, ticks } = heightTicks(Math.max(0, ...items.map(({ share }) => share.high ?? 0)), 'share')
  const most = Math.min(1, top)
  const y = (rate: number) => frame.bottom - (rate / most) * (frame.bottom - frame.top)
  const step = (frame.right - frame.left) / items.length
  const wide = Math.min(WIDEST, step - 6)
  return (
    <>
      <HeightAxis frame={frame} ticks={ticks.filter(({ value }) => value <= most)} y={y} />
      {items.map(({ key, label, share, color }, place) => {
        const x = frame.left + (place + 0.5) * step
        return (
          <g key={key} className={isFaded(picked, key) ? 'plot-faded' : undefined}>
            <path
              className="plot-bar"
              d={barsPath([x - wide / 2, x + wide / 2], [y(share.rate ?? 0)], frame.bottom)}
              fill={color ?? 'var(--keep)'}
            />
            {share.low !== null && share.high !== null && <path className="plot-whisker" d={whisker(x, y(share.low), y(share.high))} />}
            <text className="plot-word plot-middle" x={x} y={frame.bottom + 14}>
              {labelText(label)}
            </text>
            <text className="plot-tick plot-middle" x={x} y={frame.bottom + 27}>
              {formatShort(share.n)}
            </text>
          </g>
        )
      })}
      <path className="plot-base" d={`M${frame.left} ${frame.bottom + 0.5}H${frame.right}`} />
      <text className="plot-tick plot-end" x={frame.left - 6} y={frame.bottom + 27}>
        n
      </text>
    </>
  )
}

function whisker(x: number, low: number, high: number): string {
  return `M${x - 4} ${low}h8M${x} ${low}V${high}M${x - 4} ${high}h8`
}
