import { formatCount, formatPercent } from '../widgets/index.ts'
import { fitText, labelText } from './label-text.ts'
import { lyingRow } from './rate-layout.ts'
import type { RatesProps } from './rates-upright.tsx'
import { isFaded, KEY_SIZE, rowColumns } from './row-list.ts'

const THICK = 14

/** Rates as lying bars from 0, with whiskers, rate and n. */
export function LyingRates({ items, picked, width, height }: RatesProps) {
  const labels = items.map(({ label }) => labelText(label))
  const values = items.map(({ share }) => (share.rate === null ? '–' : formatPercent(share.rate)))
  const counts = items.map(({ share }) => formatCount(share.n))
  const widest = Math.max(...counts.map((count) => count.length))
  const columns = rowColumns(
    width,
    labels,
    items.map((_, place) => `${values[place]} ${' '.repeat(widest + 2)}`),
  )
  const most = Math.max(0.01, ...items.map(({ share }) => share.high ?? 0))
  const x = (rate: number) => columns.left + (rate / most) * (columns.right - columns.left)
  const row = lyingRow(items.length, height)
  const middle = row / 2
  return items.map(({ key, share, color }, place) => (
    <g key={key} className={isFaded(picked, key) ? 'plot-faded' : undefined} transform={`translate(0 ${place * row})`}>
      <text className="plot-key" x={12} y={middle + 4}>
        {fitText(labels[place] ?? '', columns.keys, KEY_SIZE, 'mono')}
      </text>
      <rect className="plot-track" x={columns.left} y={middle - THICK / 2} width={columns.right - columns.left} height={THICK} rx={3} />
      <rect
        className="plot-bar"
        x={columns.left}
        y={middle - THICK / 2}
        width={Math.max(0, x(share.rate ?? 0) - columns.left)}
        height={THICK}
        rx={2}
        fill={color ?? 'var(--keep)'}
      />
      {share.low !== null && share.high !== null && <path className="plot-whisker" d={whisker(x(share.low), x(share.high), middle)} />}
      <text className="plot-value" x={columns.right + 10} y={middle + 4}>
        {values[place]}
      </text>
      <text className="plot-value plot-quiet plot-end" x={width - 12} y={middle + 4}>
        {counts[place]}
      </text>
    </g>
  ))
}

function whisker(low: number, high: number, y: number): string {
  return `M${low} ${y - 3.5}v7M${low} ${y}H${high}M${high} ${y - 3.5}v7`
}
