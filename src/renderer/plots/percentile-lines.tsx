import { useState } from 'react'
import { formatCount, formatShort, formatValue } from '../widgets/index.ts'
import { Drawing, PlotEmpty } from './drawing.tsx'
import { axisPlace } from './edges.ts'
import { Hint, type HintState } from './hint.tsx'
import { Hit } from './hit.tsx'
import { fitText, labelText, textWidth } from './label-text.ts'
import { KEY_SIZE } from './row-list.ts'
import type { AxisInfo, GroupLook } from './types.ts'
import { useWidth } from './use-width.ts'

/** One group's spread. Percentiles in the order of `percentiles`; null without values. */
export interface PercentileRow {
  look: GroupLook
  n: number
  min: number | null
  max: number | null
  values: readonly number[] | null
}

/** A line a group: its percentiles and largest value in words, each over a bar on one scale for all. */
export interface PercentileLinesProps {
  rows: readonly PercentileRow[]
  /** Which percentiles `values` are: [50, 75, 90, 95, 99]. */
  percentiles: readonly number[]
  axis: AxisInfo
  /** Bars in log10(1 + x). */
  isLog?: boolean
  /** Px; longer lists scroll. Default as many rows as there are. */
  height?: number
}

const HEAD = 22
const ROW = 28
const EDGE = 12
const GAP = 4

/** Narrower columns than this hold short numbers only, px. */
const ROOMY = 68

/** See {@link PercentileLinesProps}. */
export function PercentileLines({ rows, percentiles, axis, isLog = false, height }: PercentileLinesProps) {
  const { refs, width } = useWidth()
  const [hint, setHint] = useState<HintState | null>(null)
  const tall = HEAD + Math.max(1, rows.length) * ROW
  const shown = height ?? tall
  if (rows.every(({ values }) => values === null)) return <PlotEmpty height={shown} />
  const titles = [...percentiles.map((one) => `p${one}`), 'max']
  const labels = rows.map(({ look }) => `${look.glyph} ${labelText(look.label)}`)
  const keyRoom = Math.min(Math.max(...labels.map((label) => textWidth(label, KEY_SIZE, 'mono'))) + 4, (width - 2 * EDGE) * 0.28)
  const left = EDGE + keyRoom + 10
  const step = Math.max(30, (width - EDGE - left + GAP) / titles.length)
  const most = Math.max(...rows.map(({ max }) => axisPlace(max ?? 0, isLog)))
  const numbers = rows.map(({ values, max }) => [...percentiles.map((_, place) => values?.[place] ?? null), max])
  return (
    <>
      <Drawing
        refs={refs}
        width={width}
        height={tall}
        shown={shown}
        label={axis.label}
        overlay={rows.map((row, r) => (
          <Hit
            key={row.look.key}
            box={{ left: 4, top: HEAD + r * ROW, width: width - 8, height: ROW }}
            label={labels[r] ?? ''}
            onHint={(point) => setHint(point && { ...point, ...hintOf(row, titles, numbers[r] ?? [], axis) })}
          />
        ))}
      >
        {titles.map((title, column) => (
          <text key={title} className="plot-word plot-end" x={left + column * step + step - GAP - 6} y={14}>
            {title}
          </text>
        ))}
        {rows.map(({ look }, r) => (
          <g key={look.key} transform={`translate(0 ${HEAD + r * ROW})`}>
            <text className="plot-key" x={EDGE} y={ROW / 2 + 4}>
              <tspan fill={look.color}>{look.glyph}</tspan>
              {fitText(` ${labelText(look.label)}`, keyRoom - 8, KEY_SIZE, 'mono')}
            </text>
            {numbers[r]?.map((value, column) => (
              <g key={titles[column]} transform={`translate(${left + column * step} 2)`}>
                <Cell width={step - GAP} value={value} share={share(value, most, isLog)} color={look.color} />
              </g>
            ))}
          </g>
        ))}
      </Drawing>
      <Hint hint={hint} />
    </>
  )
}

/** A number with its bar along the foot of its cell, so that no digit is read through a colour. */
function Cell({ width, value, share, color }: { width: number; value: number | null; share: number; color: string }) {
  const text = value === null ? '–' : width < ROOMY ? formatShort(value) : wordOf(value)
  return (
    <>
      <text className="plot-value plot-end" x={width - 6} y={14}>
        {fitText(text, width - 4, KEY_SIZE, 'mono')}
      </text>
      <rect className="plot-track" y={19} width={width} height={3} rx={1.5} />
      {share > 0 && <rect className="plot-bar" y={19} width={Math.max(1, share * width)} height={3} rx={1.5} fill={color} />}
    </>
  )
}

/** Parts of a token among thousands are noise; the hint and the table have them. */
function wordOf(value: number): string {
  return value >= 1000 ? formatCount(value) : formatValue(Number(value.toPrecision(12)))
}

function share(value: number | null, most: number, isLog: boolean): number {
  return value === null || most <= 0 ? 0 : Math.max(0, Math.min(1, axisPlace(value, isLog) / most))
}

function hintOf({ look, n, min }: PercentileRow, titles: readonly string[], values: readonly (number | null)[], axis: AxisInfo) {
  const unit = axis.unit === '' ? '' : ` ${axis.unit}`
  return {
    title: `${labelText(look.label)}, n ${formatCount(n)}`,
    lines: [
      { label: 'min', value: `${formatValue(min)}${unit}` },
      ...titles.map((label, place) => ({ label, value: `${formatValue(values[place])}${unit}` })),
    ],
  }
}
