import { useState } from 'react'
import { formatCount, formatPercent, formatShort } from '../widgets/index.ts'
import { Drawing, PlotEmpty } from './drawing.tsx'
import { heatOf } from './heat.ts'
import { Hint, type HintState } from './hint.tsx'
import { Hit } from './hit.tsx'
import { fitText, labelText, textWidth } from './label-text.ts'
import { rateLines, rateWords } from './rate-words.ts'
import { KEY_SIZE } from './row-list.ts'
import type { ShareData } from './types.ts'
import { useWidth } from './use-width.ts'

/** A share where two dimensions meet. */
export interface HeatCell {
  row: string
  column: string
  share: ShareData
}

/** Rates by two dimensions. A missing cell says that it has too few. */
export interface HeatTableProps {
  rows: readonly { key: string; label: string }[]
  columns: readonly { key: string; label: string }[]
  cells: readonly HeatCell[]
  /** 'resolved' */
  noun?: string
  /** What an empty cell says: 'fewer than 25 labelled'. */
  emptyText?: string
  onPick?: ((row: string, column: string) => void) | undefined
  /** Px; longer lists scroll. Default as many rows as there are. */
  height?: number
}

const HEAD = 24
const ROW = 40
const GAP = 4
const EDGE = 12

/** A cell with its gap is at least this wide, px; wider tables scroll. */
const NARROWEST = 40

/** See {@link HeatTableProps}. Cells are shaded up to the highest rate. */
export function HeatTable({ rows, columns, cells, noun = 'resolved', emptyText = 'too few labelled', onPick, height }: HeatTableProps) {
  const { refs, width } = useWidth()
  const [hint, setHint] = useState<HintState | null>(null)
  const tall = HEAD + Math.max(1, rows.length) * ROW
  const shown = height ?? tall
  if (cells.length === 0) return <PlotEmpty height={shown}>No cell has enough labelled examples</PlotEmpty>
  const keyRoom = Math.min(Math.max(...rows.map(({ label }) => textWidth(labelText(label), KEY_SIZE, 'mono'))), (width - 2 * EDGE) * 0.34)
  const left = EDGE + keyRoom + 10
  const step = Math.max(NARROWEST, (width - EDGE - left + GAP) / Math.max(1, columns.length))
  const most = Math.max(0, ...cells.map(({ share }) => share.rate ?? 0))
  const places = rows.flatMap((row, r) =>
    columns.map((column, c) => ({
      id: `${r} ${c}`,
      row,
      column,
      share: cells.find((cell) => cell.row === row.key && cell.column === column.key)?.share ?? null,
      box: { left: left + c * step, top: HEAD + r * ROW, width: step - GAP, height: ROW - GAP },
    })),
  )
  const nameOf = (place: (typeof places)[number]) => `${labelText(place.row.label)} with ${labelText(place.column.label)}`
  return (
    <>
      <Drawing
        refs={refs}
        width={width}
        wide={Math.max(width, left + columns.length * step + EDGE - GAP)}
        height={tall}
        shown={shown}
        label={noun}
        overlay={places.map((place) => (
          <Hit
            key={place.id}
            box={place.box}
            label={`${nameOf(place)}, ${place.share ? rateWords(place.share, noun) : emptyText}`}
            onPick={onPick && place.share ? () => onPick(place.row.key, place.column.key) : undefined}
            onHint={(point) =>
              setHint(
                point && {
                  ...point,
                  title: nameOf(place),
                  lines: place.share ? rateLines(place.share, noun) : [{ label: emptyText, value: '' }],
                },
              )
            }
          />
        ))}
      >
        {columns.map(({ key, label }, c) => (
          <text key={key} className="plot-word plot-middle" x={left + c * step + (step - GAP) / 2} y={15}>
            {fitText(labelText(label), step - GAP, 11)}
          </text>
        ))}
        {rows.map(({ key, label }, r) => (
          <text key={key} className="plot-key" x={EDGE} y={HEAD + r * ROW + (ROW - GAP) / 2 + 4}>
            {fitText(labelText(label), keyRoom, KEY_SIZE, 'mono')}
          </text>
        ))}
        {places.map(({ id, box, share }) => (
          <g key={id} transform={`translate(${box.left} ${box.top})`}>
            <Cell width={box.width} share={share} most={most} />
          </g>
        ))}
      </Drawing>
      <Hint hint={hint} />
    </>
  )
}

function Cell({ width, share, most }: { width: number; share: ShareData | null; most: number }) {
  const height = ROW - GAP
  const rate = share?.rate ?? null
  if (share === null || rate === null)
    return (
      <>
        <rect className="plot-void" width={width} height={height} rx={4} />
        <text className="plot-tick plot-middle" x={width / 2} y={height / 2 + 4}>
          –
        </text>
      </>
    )
  return (
    <>
      <rect className="plot-track" width={width} height={height} rx={4} />
      <rect width={width} height={height} rx={4} fill="var(--keep)" fillOpacity={heatOf(rate, most)} />
      <text className="plot-value plot-middle" x={width / 2} y={16}>
        {width < 56 ? Math.round(rate * 100) : formatPercent(rate)}
      </text>
      <text className="plot-value plot-small plot-middle" x={width / 2} y={29}>
        {width < 56 ? formatShort(share.n) : `n ${formatCount(share.n)}`}
      </text>
    </>
  )
}
