import { useState } from 'react'
import { formatCount, formatPercent, formatValue } from '../widgets/index.ts'
import { Drawing, PlotEmpty } from './drawing.tsx'
import { Hint, type HintState } from './hint.tsx'
import { Hit } from './hit.tsx'
import { fitText, labelText } from './label-text.ts'
import { isFaded, KEY_SIZE, type RowColumns, rowColumns } from './row-list.ts'
import { useWidth } from './use-width.ts'

/** One bar: a value, of which a part is drawn in another colour. */
export interface BarItem {
  key: string
  label: string
  value: number
  /** At most `value`. */
  part?: number
  /** What stands at the bar's end: '3.1 % err'. Default the value. */
  text?: string
  /** CSS colour; default the accent. */
  color?: string
}

/** Lying bars, the longest full width. */
export interface BarsProps {
  items: readonly BarItem[]
  /** What is counted: 'calls'. */
  noun: string
  /** What the part is: 'failed'. */
  partNoun?: string
  /** Keys picked; others are dimmed. */
  picked?: readonly string[]
  onPick?: ((key: string) => void) | undefined
  /** Px; longer lists scroll. Default as many rows as there are. */
  height?: number
}

const ROW = 24
const THICK = 16

/** See {@link BarsProps}. The part lies at the bar's start, so that parts can be compared along one line. */
export function Bars({ items, noun, partNoun = '', picked = [], onPick, height = Math.max(1, items.length) * ROW }: BarsProps) {
  const { refs, width } = useWidth()
  const [hint, setHint] = useState<HintState | null>(null)
  if (items.length === 0) return <PlotEmpty height={height} />
  const columns = rowColumns(
    width,
    items.map(({ label }) => labelText(label)),
    items.map(textOf),
  )
  const top = Math.max(1, ...items.map(({ value }) => value))
  const words = (item: BarItem) => `${labelText(item.label)}, ${formatValue(item.value)} ${noun}${partWords(item, partNoun)}`
  return (
    <>
      <Drawing
        refs={refs}
        width={width}
        height={items.length * ROW}
        shown={height}
        label={noun}
        overlay={items.map((item, row) => (
          <Hit
            key={item.key}
            box={{ left: 4, top: row * ROW, width: width - 8, height: ROW }}
            label={words(item)}
            isPicked={picked.includes(item.key)}
            onPick={onPick && (() => onPick(item.key))}
            onHint={(point) => setHint(point && { ...point, ...hintOf(item, noun, partNoun) })}
          />
        ))}
      >
        {items.map((item, row) => (
          <g key={item.key} className={isFaded(picked, item.key) ? 'plot-faded' : undefined} transform={`translate(0 ${row * ROW})`}>
            <Row item={item} columns={columns} top={top} />
          </g>
        ))}
      </Drawing>
      <Hint hint={hint} />
    </>
  )
}

function Row({ item, columns: { keys, left, right }, top }: { item: BarItem; columns: RowColumns; top: number }) {
  const long = (value: number) => (value === 0 ? 0 : Math.max(1, (Math.max(0, value) / top) * (right - left)))
  const y = (ROW - THICK) / 2
  return (
    <>
      <text className="plot-key" x={12} y={ROW / 2 + 4}>
        {fitText(labelText(item.label), keys, KEY_SIZE, 'mono')}
      </text>
      <rect className="plot-track" x={left} y={y} width={right - left} height={THICK} rx={3} />
      <rect
        className="plot-bar plot-soft"
        x={left}
        y={y}
        width={long(item.value)}
        height={THICK}
        rx={2}
        fill={item.color ?? 'var(--accent)'}
      />
      {item.part !== undefined && item.part > 0 && (
        <rect className="plot-part" x={left} y={y} width={long(Math.min(item.part, item.value))} height={THICK} rx={2} fill="var(--drop)" />
      )}
      <text className="plot-value plot-quiet" x={right + 10} y={ROW / 2 + 4}>
        {textOf(item)}
      </text>
    </>
  )
}

function textOf({ text, value }: BarItem): string {
  return text ?? formatValue(value)
}

function partWords({ part, value }: BarItem, partNoun: string): string {
  return part === undefined ? '' : `, ${formatCount(part)} ${partNoun} (${formatPercent(value === 0 ? 0 : part / value)})`
}

function hintOf(item: BarItem, noun: string, partNoun: string) {
  const part =
    item.part === undefined
      ? []
      : [{ label: partNoun, value: `${formatCount(item.part)} · ${formatPercent(item.value === 0 ? 0 : item.part / item.value)}` }]
  return { title: labelText(item.label), lines: [{ label: noun, value: formatValue(item.value) }, ...part] }
}
