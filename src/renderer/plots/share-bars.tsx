import { useState } from 'react'
import { formatPercent } from '../widgets/index.ts'
import { Drawing, PlotEmpty } from './drawing.tsx'
import { Hint, type HintState } from './hint.tsx'
import { Hit } from './hit.tsx'
import { fitText, labelText } from './label-text.ts'
import { Legend, layLegend } from './legend.tsx'
import { KEY_SIZE, rowColumns } from './row-list.ts'
import type { GroupLook } from './types.ts'
import { useWidth } from './use-width.ts'

/** One line of "what fits": a window and for each group the share that fits, 0 to 1, null of nothing. */
export interface ShareRow {
  key: string
  /** '8k' */
  label: string
  shares: readonly (number | null)[]
}

/** Shares on a track, for one or several groups a row. */
export interface ShareBarsProps {
  rows: readonly ShareRow[]
  /** One for each share of a row; see looksOf. */
  groups: readonly GroupLook[]
  /** 'fit' */
  noun: string
  onPick?: ((key: string) => void) | undefined
  /** Px; longer lists scroll. Default as many rows as there are. */
  height?: number
}

/** Groups drawn at most, as many as a histogram draws; the table has all. */
export const MOST_GROUPS = 6

/** Thickness and distance of bars: one a row as wide as can be, several thinner. */
const sizes = (count: number) => (count === 1 ? { thick: 20, step: 20, gap: 8 } : { thick: 10, step: 14, gap: 10 })

/** See {@link ShareBarsProps}. */
export function ShareBars({ rows, groups, noun, onPick, height }: ShareBarsProps) {
  const { refs, width } = useWidth()
  const [hint, setHint] = useState<HintState | null>(null)
  const looks = groups.slice(0, MOST_GROUPS)
  const legend = layLegend(looks.length > 1 ? looks : [], width - 24)
  const { step, gap } = sizes(looks.length)
  const rowHeight = looks.length * step + gap
  const tall = legend.height + Math.max(1, rows.length) * rowHeight
  const shown = height ?? tall
  if (rows.length === 0 || rows.every(({ shares }) => shares.every((share) => share === null))) return <PlotEmpty height={shown} />
  const labels = rows.map(({ label }) => labelText(label))
  const columns = rowColumns(width, labels, ['100.0 % ✓'])
  return (
    <>
      <Drawing
        refs={refs}
        width={width}
        height={tall}
        shown={shown}
        label={noun}
        overlay={rows.map((row, place) => (
          <Hit
            key={row.key}
            box={{ left: 4, top: legend.height + place * rowHeight, width: width - 8, height: rowHeight }}
            label={`${labelText(row.label)}: ${looks.map((look, group) => `${labelText(look.label)} ${shareText(row.shares[group])}`).join(', ')} ${noun}`}
            onPick={onPick && (() => onPick(row.key))}
            onHint={(point) => setHint(point && { ...point, ...hintOf(row, looks, noun) })}
          />
        ))}
      >
        <Legend entries={legend.entries} left={12} top={2} kind="square" />
        {rows.map((row, place) => (
          <g key={row.key} transform={`translate(0 ${legend.height + place * rowHeight})`}>
            <text className="plot-key" x={12} y={rowHeight / 2 + 4}>
              {fitText(labels[place] ?? '', columns.keys, KEY_SIZE, 'mono')}
            </text>
            <Tracks shares={row.shares} looks={looks} left={columns.left} right={columns.right} />
          </g>
        ))}
      </Drawing>
      <Hint hint={hint} />
    </>
  )
}

function Tracks({
  shares,
  looks,
  left,
  right,
}: {
  shares: readonly (number | null)[]
  looks: readonly GroupLook[]
  left: number
  right: number
}) {
  const { thick, step, gap } = sizes(looks.length)
  return looks.map((look, group) => {
    const share = shares[group] ?? null
    const y = gap / 2 + group * step
    return (
      <g key={look.key}>
        <rect className="plot-track" x={left} y={y} width={right - left} height={thick} rx={3} />
        {share !== null && (
          <rect
            className="plot-bar plot-soft"
            x={left}
            y={y}
            width={Math.min(1, share) * (right - left)}
            height={thick}
            rx={2}
            fill={look.color}
          />
        )}
        <text className="plot-value" x={right + 10} y={y + thick / 2 + 4}>
          {looks.length > 1 && <tspan fill={look.color}>{look.glyph} </tspan>}
          {shareText(share)}
        </text>
      </g>
    )
  })
}

function shareText(share: number | null | undefined): string {
  return share === null || share === undefined ? '–' : formatPercent(share)
}

function hintOf(row: ShareRow, looks: readonly GroupLook[], noun: string) {
  return {
    title: `${labelText(row.label)}: ${noun}`,
    lines: looks.map((look, group) => ({ look, label: look.label, value: shareText(row.shares[group]) })),
  }
}
