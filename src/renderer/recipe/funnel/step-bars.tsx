import { useState } from 'react'
import { Drawing } from '../../plots/drawing.tsx'
import { Hint, type HintContent, type HintState } from '../../plots/hint.tsx'
import { Hit } from '../../plots/hit.tsx'
import { fitText, labelText, textWidth } from '../../plots/label-text.ts'
import { useWidth } from '../../plots/use-width.ts'

/** What a part of a bar, or a number behind it, stands for. */
export type Look = 'left' | 'gone' | 'fault' | 'quiet'

/** A number behind a bar; it leads to its examples where `onPick` is given. */
export interface BarValue {
  text: string
  look: Look
  /** What it is, for those who hear it. */
  words: string
  onPick?: (() => void) | undefined
}

/** One step's bar: parts one behind the other, each a share of the track, and numbers at the right. */
export interface StepBar {
  key: string
  label: string
  isSelected: boolean
  parts: { share: number; look: Look }[]
  values: BarValue[]
  /** All of it in words. */
  words: string
  hint: HintContent
  onPick?: (() => void) | undefined
}

/** See {@link StepBars}. `legend` says what the parts are. */
export interface StepBarsProps {
  bars: readonly StepBar[]
  legend: readonly { look: Look; word: string }[]
  label: string
}

const SIZE = 12
const EDGE = 16
const LEGEND = 22
const WIDEST_KEY = 190

/** Height of a row and thickness of its bar, px: lower where there are many. */
const heights = (count: number) => (count > 12 ? { row: 24, thick: 16 } : { row: 34, thick: 22 })

/** The steps one below the other, as in the recipe. */
export function StepBars({ bars, legend, label }: StepBarsProps) {
  const { refs, width } = useWidth()
  const [hint, setHint] = useState<HintState | null>(null)
  const { row, thick } = heights(bars.length)
  const keys = Math.min(WIDEST_KEY, width * 0.26, Math.max(0, ...bars.map((bar) => textWidth(labelText(bar.label), SIZE))))
  const columns = valueColumns(bars)
  const left = EDGE + keys + 14
  const right = Math.max(left + 40, width - EDGE - columns.reduce((sum, one) => sum + one + 10, 4))
  const endOf = (column: number) => right + 4 + columns.slice(0, column + 1).reduce((sum, one) => sum + one + 10, 0)
  return (
    <>
      <Drawing
        refs={refs}
        width={width}
        height={LEGEND + bars.length * row + 8}
        label={label}
        overlay={bars.map((bar, place) => {
          const top = LEGEND + place * row
          const show = (point: { x: number; y: number } | null) => setHint(point && { ...point, ...bar.hint })
          return (
            <div key={bar.key}>
              <Hit box={{ left: 6, top, width: right - 2, height: row }} label={bar.words} onPick={bar.onPick} onHint={show} />
              {bar.values.map((value, column) => (
                <Hit
                  // biome-ignore lint/suspicious/noArrayIndexKey: a number is its column
                  key={column}
                  box={{
                    left: endOf(column) - (columns[column] ?? 0) - 4,
                    top: top + 3,
                    width: (columns[column] ?? 0) + 8,
                    height: row - 6,
                  }}
                  label={value.words}
                  onPick={value.onPick}
                  onHint={show}
                />
              ))}
            </div>
          )
        })}
      >
        <LegendLine legend={legend} left={left} />
        {bars.map((bar, place) => (
          <g key={bar.key} transform={`translate(0 ${LEGEND + place * row})`}>
            {bar.isSelected && <rect className="plot-band" data-screen-only x={4} width={width - 8} height={row} rx={4} />}
            <text className="funnel-word" x={EDGE} y={row / 2 + 4}>
              {fitText(labelText(bar.label), keys, SIZE)}
            </text>
            <Track parts={bar.parts} left={left} width={right - left} top={(row - thick) / 2} thick={thick} isOn={bar.isSelected} />
            {bar.values.map((value, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a number is its column
              <text key={column} className={`funnel-number funnel-${value.look}-word plot-end`} x={endOf(column)} y={row / 2 + 4}>
                {value.text}
              </text>
            ))}
          </g>
        ))}
      </Drawing>
      <Hint hint={hint} />
    </>
  )
}

interface TrackProps {
  parts: StepBar['parts']
  left: number
  width: number
  top: number
  thick: number
  isOn: boolean
}

function Track({ parts, left, width, top, thick, isOn }: TrackProps) {
  let from = left
  return (
    <>
      <rect className={isOn ? 'funnel-track-on' : 'plot-track'} x={left} y={top} width={width} height={thick} rx={4} />
      {parts.map(({ share, look }) => {
        const x = from
        // What is there at all can be seen.
        const wide = share <= 0 ? 0 : Math.max(1, share * width)
        from += wide
        return (
          <rect
            key={look}
            className={`funnel-${look}`}
            x={x}
            y={top}
            width={Math.max(0, Math.min(wide, left + width - x))}
            height={thick}
            rx={3}
          />
        )
      })}
    </>
  )
}

function LegendLine({ legend, left }: { legend: StepBarsProps['legend']; left: number }) {
  let x = left
  return (
    <g>
      {legend.map(({ look, word }) => {
        const at = x
        x += 16 + textWidth(word, 11) + 14
        return (
          <g key={word} transform={`translate(${at} 4)`}>
            <rect className={`funnel-${look}`} width={10} height={10} y={1} rx={2} />
            <text className="plot-word" x={15} y={10}>
              {word}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** Widths of the columns of numbers: each as wide as its widest. */
function valueColumns(bars: readonly StepBar[]): number[] {
  const count = Math.max(0, ...bars.map((bar) => bar.values.length))
  return Array.from({ length: count }, (_, column) =>
    Math.max(0, ...bars.map((bar) => textWidth(bar.values[column]?.text ?? '', SIZE, 'mono'))),
  )
}
