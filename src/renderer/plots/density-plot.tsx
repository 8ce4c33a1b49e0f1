import { memo, useMemo, useState } from 'react'
import { formatCount } from '../widgets/index.ts'
import { FootAxis, HeightAxis } from './axes.tsx'
import { axisWords } from './axis-scale.ts'
import { binOfPlace } from './brush.ts'
import { BrushGrid } from './brush-grid.tsx'
import { type DensityModel, densityModel } from './density-model.ts'
import { Drawing, PlotEmpty } from './drawing.tsx'
import { FootNotes } from './foot-notes.tsx'
import { Hint, type HintContent, type HintState, pointOf } from './hint.tsx'
import { Legend } from './legend.tsx'
import { onlyPointIn, pointNear } from './point-near.ts'
import { pointPath } from './point-path.ts'
import { binWords } from './range-words.ts'
import type { AxisInfo, Brush2, DensityData, Dimension } from './types.ts'
import { placesOf } from './use-brush.ts'
import { useBrush2 } from './use-brush-2.ts'
import { useWidth } from './use-width.ts'

/** Two measures against each other: a grid of counts, or points when there are few; brushed by a rectangle or by keyboard. */
export interface DensityPlotProps {
  data: DensityData
  x: AxisInfo
  y: AxisInfo
  by: Dimension | null
  order?: readonly string[] | undefined
  brush?: Brush2 | null
  /** As of the histogram; null clears both. */
  onBrush?: ((brush: Brush2 | null) => void) | undefined
  /** What a drag has brushed so far; undefined once it is over. */
  onDrag?: ((brush: Brush2 | null | undefined) => void) | undefined
  /** A single point leads to its example: by a double click, or Enter on a handle whose rectangle holds no other. */
  onOpen?: ((id: string) => void) | undefined
  /** Px. Default 260. */
  height?: number
}

const HEIGHT = 260

const OPENS = { label: 'a double click on a point opens it', value: '' }

/** See {@link DensityPlotProps}. */
export function DensityPlot(props: DensityPlotProps) {
  const { height = HEIGHT, data } = props
  if (data.n === 0) return <PlotEmpty height={height} />
  return <DrawnDensity {...props} height={height} />
}

function DrawnDensity(props: DensityPlotProps & { height: number }) {
  const { data, x, y, by, order, brush: ranges = null, onBrush, onDrag, onOpen, height } = props
  const { refs, width } = useWidth()
  const [hint, setHint] = useState<HintState | null>(null)
  const model = useMemo(() => densityModel({ data, x, y, by, order, width, height }), [data, x, y, by, order, width, height])
  const { frame, legend } = model
  const brush = useBrush2({ axes: [model.x, model.y], isInteger: [x.isInteger, y.isInteger], brush: ranges, onBrush, onDrag })
  const box = brush.bins && { x: placesOf(brush.bins[0], model.x.spots), y: placesOf(brush.bins[1], model.y.spots) }
  const tell = (cell: [number, number], point: { x: number; y: number }) => {
    const content = cellHint(model, cell, x, y)
    const isPoint = data.points !== null && onOpen !== undefined && content.lines.some(({ look }) => look !== undefined)
    setHint({ ...point, ...content, lines: isPoint ? [...content.lines, OPENS] : content.lines })
  }
  const openNear = ([across, up]: [number, number]) => {
    const near = pointNear(data.points, (point) => [model.x.scale(point.x) - across, model.y.scale(point.y) - up])
    if (!near || !onOpen) return
    onOpen(near.id)
  }
  const openOnly = () => {
    const only = onlyPointIn(data.points, ranges)
    if (only) onOpen?.(only.id)
  }
  const leftOut = data.groupsLeftOut > 0 ? `${data.groupsLeftOut} more groups · ` : ''
  const note = data.points ? `${formatCount(data.n)} examples` : `${leftOut}at most ${formatCount(model.fullest)} in a cell`
  return (
    <>
      <Drawing
        refs={refs}
        width={width}
        height={height}
        overlay={
          <BrushGrid
            frame={frame}
            brush={brush}
            axes={[model.x, model.y]}
            infos={[x, y]}
            ranges={ranges}
            canBrush={onBrush !== undefined}
            onOpenAt={openNear}
            onOpenOnly={openOnly}
            onHover={(places, point) => tell([binOfPlace(model.x.spots, places[0]), binOfPlace(model.y.spots, places[1])], point)}
            onFocusCell={(cell, element) => tell(cell, pointOf(element))}
            onLeave={() => setHint(null)}
          />
        }
      >
        <Legend entries={legend.entries} left={12} top={4} kind={data.points ? 'point' : 'square'} />
        <text className="plot-word plot-axis-word" x={12} y={legend.height + 14}>
          ↑ {axisWords(y, data.y.isLog)}
        </text>
        <HeightAxis frame={frame} ticks={model.y.ticks} y={model.y.scale} />
        {data.points ? <Points data={data} model={model} /> : <Cells model={model} />}
        {box && (
          <rect
            className="plot-brushed"
            x={box.x.from}
            y={box.y.to}
            width={Math.max(1, box.x.to - box.x.from)}
            height={Math.max(1, box.y.from - box.y.to)}
          />
        )}
        <FootAxis frame={frame} ticks={model.x.ticks} x={model.x.scale} />
        <FootNotes frame={frame} words={`${axisWords(x, data.x.isLog)} →`} note={note} />
      </Drawing>
      <Hint hint={hint} />
    </>
  )
}

function Cells({ model: { layers } }: { model: DensityModel }) {
  return layers.map(({ id, fill, opacity, d }) => <path key={id} d={d} style={{ fill }} fillOpacity={opacity} />)
}

/** A path a group, the largest group first, so that few lie over many. Thousands of marks are not written again for each move of the pointer. */
const Points = memo(({ data, model: { looks, x, y } }: { data: DensityData; model: DensityModel }) => {
  const places = new Map(looks.map(({ key }, place) => [key, place]))
  const paths = looks.map(() => '')
  for (const point of data.points ?? []) {
    const place = places.get(point.keys[0] ?? '') ?? 0
    paths[place] += pointPath(looks[place]?.glyph ?? '', x.scale(point.x), y.scale(point.y))
  }
  return looks.map(({ key, color }, place) => <path key={key} className="plot-point" d={paths[place]} fill={color} />)
})

function cellHint({ looks, counts, x, y }: DensityModel, [column, row]: [number, number], xInfo: AxisInfo, yInfo: AxisInfo): HintContent {
  const held = counts.get(row * (x.spots.length - 1) + column)
  const words = (edges: number[], bin: number, info: AxisInfo) => binWords(edges, { from: bin, to: bin }, info)
  return {
    title: `${words(x.edges, column, xInfo)} · ${words(y.edges, row, yInfo)}`,
    lines: held
      ? looks.map((look, group) => ({ look, label: look.label, value: formatCount(held[group] ?? 0) }))
      : [{ label: 'none', value: '' }],
  }
}
