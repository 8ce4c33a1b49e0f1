import { useState } from 'react'
import { Drawing, PlotEmpty } from '../../plots/drawing.tsx'
import { heatOf } from '../../plots/heat.ts'
import { Hint, type HintState } from '../../plots/hint.tsx'
import { Hit } from '../../plots/hit.tsx'
import { fitText, labelText, textWidth } from '../../plots/label-text.ts'
import { useWidth } from '../../plots/use-width.ts'
import type { RecipeState } from '../../state/use-recipe.ts'
import { formatCount, formatPercent, formatShort } from '../../widgets/index.ts'
import type { RowsInput } from './funnel-rows.ts'

const SIZE = 12
const EDGE = 16
const HEAD = 26
const ROW = 38
const GAP = 3
const NARROWEST = 36
const ROOMY = 66

/** Which steps drop the same examples: how many fail both, shaded by the share of those that fail the row's step. The diagonal is each step's own. */
export function OverlapMatrix({ funnel, selected, onLook }: RowsInput) {
  const { refs, width } = useWidth()
  const [hint, setHint] = useState<HintState | null>(null)
  const steps = funnel.steps.map((step, place) => ({ ...step, place })).filter(({ failing }) => failing > 0)
  if (steps.length < 2) return <PlotEmpty height={120}>Steps overlap where two of them at least fail something</PlotEmpty>
  const keys = Math.min(190, width * 0.3, Math.max(...steps.map((step) => textWidth(nameOf(step), SIZE))))
  const left = EDGE + keys + 12
  const step = Math.max(NARROWEST, Math.min(110, (width - EDGE - left + GAP) / steps.length))
  const cells = cellsOf(steps, funnel.overlap)
  const boxOf = ({ row, column }: Cell) => ({ left: left + column * step, top: HEAD + row * ROW, width: step - GAP, height: ROW - GAP })
  const pickOf = ({ row, column, both }: Cell) => {
    const [one, other] = [steps[row]?.key, steps[column]?.key]
    if (both === 0 || !onLook || one === undefined || other === undefined) return undefined
    return () => (row === column ? onLook([one], 'any') : onLook([one, other], 'all'))
  }
  return (
    <>
      <Drawing
        refs={refs}
        width={width}
        wide={Math.max(width, left + steps.length * step + EDGE)}
        height={HEAD + steps.length * ROW + 40}
        label="Overlap of the steps"
        overlay={cells.map((cell) => (
          <Hit
            key={`${cell.row} ${cell.column}`}
            box={boxOf(cell)}
            label={cell.words}
            onPick={pickOf(cell)}
            onHint={(point) => setHint(point && { ...point, title: cell.title, lines: cell.lines })}
          />
        ))}
      >
        {steps.map((one, i) => (
          <text key={one.key} className="plot-word plot-middle" x={left + i * step + (step - GAP) / 2} y={17}>
            {one.place + 1}
          </text>
        ))}
        {steps.map((one, i) => (
          <text
            key={one.key}
            className={one.place === selected ? 'funnel-word funnel-word-on' : 'funnel-word'}
            x={EDGE}
            y={HEAD + i * ROW + ROW / 2 + 3}
          >
            {fitText(nameOf(one), keys, SIZE)}
          </text>
        ))}
        {cells.map((cell) => (
          <MatrixCell key={`${cell.row} ${cell.column}`} cell={cell} box={boxOf(cell)} />
        ))}
        {captionOf(funnel.steps.length - steps.length).map((line, i) => (
          <text key={line} className="plot-word" x={EDGE} y={HEAD + steps.length * ROW + 16 + i * 15}>
            {fitText(line, width - 2 * EDGE, 11)}
          </text>
        ))}
      </Drawing>
      <Hint hint={hint} />
    </>
  )
}

interface Cell {
  row: number
  column: number
  both: number
  /** Of those that fail the row's step. */
  share: number
  title: string
  lines: { label: string; value: string }[]
  words: string
}

/** A step that fails something, with its place in the funnel. */
type FailingStep = RecipeState['funnel']['steps'][number] & { place: number }

function cellsOf(steps: readonly FailingStep[], overlap: readonly (readonly number[])[]): Cell[] {
  return steps.flatMap((one, row) =>
    steps.map((other, column) => {
      const both = overlap[one.place]?.[other.place] ?? 0
      const share = one.failing === 0 ? 0 : both / one.failing
      const isOwn = row === column
      const title = isOwn ? one.title : `${one.title} and ${other.title}`
      const lines = [
        { label: isOwn ? 'fail it' : 'fail both', value: formatCount(both) },
        ...(isOwn ? [] : [{ label: `of those that fail ${one.title}`, value: formatPercent(share) }]),
      ]
      const tail = isOwn ? 'fail it' : `fail both, ${formatPercent(share)} of those that fail ${one.title}`
      return { row, column, both, share, title, lines, words: `${title}: ${formatCount(both)} ${tail}` }
    }),
  )
}

function MatrixCell({ cell, box }: { cell: Cell; box: { left: number; top: number; width: number; height: number } }) {
  const isOwn = cell.row === cell.column
  const middle = box.width / 2
  return (
    <g transform={`translate(${box.left} ${box.top})`}>
      <rect className="plot-track" width={box.width} height={box.height} rx={4} />
      {!isOwn && cell.both > 0 && (
        <rect width={box.width} height={box.height} rx={4} fill="var(--drop)" fillOpacity={heatOf(cell.share, 1)} />
      )}
      {isOwn && <rect className="funnel-own" x={0.5} y={0.5} width={box.width - 1} height={box.height - 1} rx={4} />}
      <text
        className={cell.both === 0 ? 'plot-value plot-quiet plot-middle' : 'plot-value plot-middle'}
        x={middle}
        y={isOwn || cell.both === 0 ? 21 : 15}
      >
        {cell.both === 0 ? '–' : box.width < ROOMY ? formatShort(cell.both) : formatCount(cell.both)}
      </text>
      {!isOwn && cell.both > 0 && (
        <text className="plot-value plot-small plot-middle" x={middle} y={28}>
          {box.width < ROOMY ? `${Math.round(cell.share * 100)} %` : formatPercent(cell.share)}
        </text>
      )}
    </g>
  )
}

function captionOf(leftOut: number): string[] {
  const rest = leftOut === 0 ? '' : ` ${leftOut} ${leftOut === 1 ? 'step fails' : 'steps fail'} nothing.`
  return [
    'Examples that fail both steps, and their share of those that fail the step at the left.',
    `The diagonal is all that fail a step.${rest}`,
  ]
}

function nameOf({ title, place }: FailingStep): string {
  return `${place + 1}  ${labelText(title)}`
}
