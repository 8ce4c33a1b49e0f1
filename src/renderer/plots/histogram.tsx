import { useId, useMemo, useState } from 'react'
import { formatCount, formatPercent } from '../widgets/index.ts'
import { FootAxis, HeightAxis } from './axes.tsx'
import { axisTicks, axisWords } from './axis-scale.ts'
import { barsPath, stepsPath } from './bin-shapes.ts'
import { type Bins, binOfPlace } from './brush.ts'
import { BrushArea } from './brush-area.tsx'
import { Drawing, PlotEmpty } from './drawing.tsx'
import { FootNotes } from './foot-notes.tsx'
import { Hint, type HintContent, pointOf } from './hint.tsx'
import { type DrawnGroup, type HistogramModel, histogramModel, MOST_DRAWN } from './histogram-model.ts'
import { Legend } from './legend.tsx'
import { Marks, type PlotMark } from './marks.tsx'
import { binWords } from './range-words.ts'
import type { AxisInfo, Dimension, HistogramData, Range } from './types.ts'
import { placesOf, useBrush } from './use-brush.ts'
import { useWidth } from './use-width.ts'

/** One measure's distribution, by group, to be brushed by pointer and by keyboard. */
export interface HistogramProps {
  data: HistogramData
  axis: AxisInfo
  /** The dimension `data` was asked by. */
  by: Dimension | null
  /** The dimension's keys in an order that does not change with the selection; see looksOf. */
  order?: readonly string[] | undefined
  /** 'share' draws each group as percent of itself, since groups differ in size. Default 'count'. */
  scale?: 'count' | 'share'
  marks?: readonly PlotMark[]
  /** The measure's range in the selection; null for none. */
  brush?: Range | null
  /** Called when a drag ends and at each key; null clears. Without it the plot cannot be brushed. */
  onBrush?: ((range: Range | null) => void) | undefined
  /** What a drag has brushed so far; undefined once it is over. */
  onDrag?: ((range: Range | null | undefined) => void) | undefined
  /** Px. Default 212. */
  height?: number
}

const HEIGHT = 212

/** See {@link HistogramProps}. One group is bars; several are outlines over each other, each with its own dashes. */
export function Histogram(props: HistogramProps) {
  const { height = HEIGHT, data } = props
  if (data.groups.every(({ n }) => n === 0)) return <PlotEmpty height={height} />
  return <DrawnHistogram {...props} height={height} />
}

function DrawnHistogram({
  data,
  axis,
  by,
  order,
  scale = 'count',
  marks = [],
  brush: range = null,
  onBrush,
  onDrag,
  height,
}: HistogramProps & { height: number }) {
  const { refs, width } = useWidth()
  const clip = useId()
  const [told, setTold] = useState<{ bin: number; x: number; y: number } | null>(null)
  const hasMarks = marks.length > 0
  const model = useMemo(
    () => histogramModel({ data, axis, by, order, scale, width, height, hasMarks }),
    [data, axis, by, order, scale, width, height, hasMarks],
  )
  const { frame, legend, edges, spots } = model
  const brush = useBrush({ edges, spots, isInteger: axis.isInteger, range, onBrush, onDrag })
  const lit = brush.bins && placesOf(brush.bins, spots)
  const isDimmed = range !== null || brush.isDragging
  const hint = told && { ...told, ...binsHint(model, brush.isDragging && brush.bins ? brush.bins : { from: told.bin, to: told.bin }, axis) }
  return (
    <>
      <Drawing
        refs={refs}
        width={width}
        height={height}
        overlay={
          <BrushArea
            frame={frame}
            brush={brush}
            spots={spots}
            axis={axis}
            range={range}
            canBrush={onBrush !== undefined}
            onHover={(place, point) => setTold({ bin: binOfPlace(spots, place), ...point })}
            onFocusBin={(bin, element) => setTold({ bin, ...pointOf(element) })}
            onLeave={() => setTold(null)}
          />
        }
      >
        <Legend entries={legend.entries} left={12} top={4} kind="line" />
        <HeightAxis frame={frame} ticks={model.ticks} y={model.y} />
        {told && <BinBand model={model} bin={told.bin} />}
        {isDimmed && (
          <g className="plot-dim">
            <Shapes model={model} />
          </g>
        )}
        {isDimmed && lit && (
          <clipPath id={clip}>
            <rect x={lit.from} y={0} width={Math.max(0, lit.to - lit.from)} height={height} />
          </clipPath>
        )}
        {(!isDimmed || lit) && (
          <g clipPath={isDimmed ? `url(#${clip})` : undefined}>
            <Shapes model={model} />
          </g>
        )}
        <FootAxis frame={frame} ticks={axisTicks(data.axis, model.x, 44, axis.isInteger)} x={model.x} />
        <Marks marks={marks} frame={frame} axis={data.axis} x={model.x} top={legend.height + 4} />
        <FootNotes frame={frame} words={axisWords(axis, data.axis.isLog)} note={noteOf(model, data)} />
      </Drawing>
      <Hint hint={hint} />
    </>
  )
}

function Shapes({ model: { groups, spots, y, frame } }: { model: HistogramModel }) {
  const [only] = groups
  const tops = ({ heights }: DrawnGroup) => heights.map(y)
  if (groups.length === 1 && only) return <path className="plot-bar" d={barsPath(spots, tops(only), frame.bottom)} fill={only.look.color} />
  return groups.map((group) => (
    <g key={group.look.key}>
      <path
        className={groups.length > 3 ? 'plot-area plot-area-faint' : 'plot-area'}
        d={stepsPath(spots, tops(group), frame.bottom, true)}
        fill={group.look.color}
      />
      <path
        className="plot-line"
        d={stepsPath(spots, tops(group), frame.bottom, false)}
        stroke={group.look.color}
        strokeDasharray={group.look.dash}
      />
    </g>
  ))
}

/** The bin that is told about; a picture does without it. */
function BinBand({ model: { spots, frame }, bin }: { model: HistogramModel; bin: number }) {
  const [from = 0, to = 0] = [spots[bin], spots[bin + 1]]
  return (
    <rect className="plot-band" data-screen-only x={from} y={frame.top} width={Math.max(1, to - from)} height={frame.bottom - frame.top} />
  )
}

/** What lies in a bin, or in all that is brushed so far. */
function binsHint({ edges, groups }: HistogramModel, bins: Bins, axis: AxisInfo): HintContent {
  return {
    title: binWords(edges, bins, axis),
    lines: groups.map(({ look, n, counts }) => {
      const count = counts.slice(bins.from, bins.to + 1).reduce((sum, one) => sum + one, 0)
      return { look, label: look.label, value: `${formatCount(count)} · ${formatPercent(n === 0 ? 0 : count / n)}` }
    }),
  }
}

function noteOf({ leftOut, above }: HistogramModel, data: HistogramData): string {
  const beyond = above > 0 ? `${formatCount(above)} beyond ${formatCount(data.axis.max)}` : ''
  const groups = leftOut > 0 ? `${MOST_DRAWN} of ${MOST_DRAWN + leftOut} groups` : ''
  return [groups, beyond].filter((one) => one !== '').join(' · ')
}
