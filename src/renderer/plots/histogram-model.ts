import { axisScale, edgeSpots, heightTicks, type Scale, type Tick } from './axis-scale.ts'
import { type Frame, frameOf } from './frame.ts'
import { looksOf } from './group-look.ts'
import { layLegend } from './legend.tsx'
import { mergeBins, pickEdges, sumBins } from './merge-bins.ts'
import type { AxisInfo, Dimension, GroupLook, HistogramData } from './types.ts'

/** Groups drawn at most: more outlines over each other cannot be told apart. */
export const MOST_DRAWN = 6

/** A drawn bin is at least this wide, px. */
const NARROWEST = 3

/** Room for the labels of marks above the frame, px. */
const MARKS = 14

/** One group as drawn: counts by drawn bin, and their heights in the scale chosen. */
export interface DrawnGroup {
  look: GroupLook
  n: number
  counts: number[]
  heights: number[]
}

/** A histogram laid out. */
export interface HistogramModel {
  frame: Frame
  legend: ReturnType<typeof layLegend>
  edges: number[]
  /** Where the edges are, px. */
  spots: number[]
  groups: DrawnGroup[]
  /** Groups there are but that are not drawn. */
  leftOut: number
  /** Examples of drawn groups beyond the clipped end. */
  above: number
  x: Scale
  y: Scale
  ticks: Tick[]
}

/** What of a histogram's props decides its layout. */
export interface HistogramLayout {
  data: HistogramData
  axis: AxisInfo
  by: Dimension | null
  order?: readonly string[] | undefined
  scale: 'count' | 'share'
  width: number
  height: number
  hasMarks: boolean
}

/** Lays a histogram out: bins merged to the width, whole values kept whole, heights as counts or shares of each group. */
export function histogramModel({ data, axis, by, order, scale, width, height, hasMarks }: HistogramLayout): HistogramModel {
  const looks = looksOf(
    by,
    data.groups.map(({ keys }) => keys[0] ?? ''),
    order,
  )
  const legend = layLegend(by === null ? [] : looks.slice(0, MOST_DRAWN), width - 24)
  const frame = frameOf(width, height, legend.height + (hasMarks ? MARKS : 0))
  const starts = mergeBins(data.edges, Math.floor((frame.right - frame.left) / NARROWEST), axis.isInteger)
  const edges = pickEdges(data.edges, starts)
  const drawn = data.groups.slice(0, MOST_DRAWN)
  const groups = looks.slice(0, MOST_DRAWN).map((look, place) => drawGroup(look, drawn[place], starts, scale))
  const { top, ticks } = heightTicks(Math.max(0, ...groups.flatMap(({ heights }) => heights)), scale)
  const x = axisScale(data.axis, frame.left, frame.right)
  return {
    frame,
    legend,
    edges,
    spots: edgeSpots(edges, x),
    groups,
    leftOut: Math.max(0, data.groups.length - MOST_DRAWN) + data.groupsLeftOut,
    above: drawn.reduce((sum, group) => sum + group.above, 0),
    x,
    y: (value) => frame.bottom - (value / top) * (frame.bottom - frame.top),
    ticks,
  }
}

function drawGroup(
  look: GroupLook,
  group: HistogramData['groups'][number] | undefined,
  starts: number[],
  scale: 'count' | 'share',
): DrawnGroup {
  const n = group?.n ?? 0
  const counts = sumBins(group?.bins ?? [], starts)
  return { look, n, counts, heights: scale === 'share' ? counts.map((count) => (n === 0 ? 0 : count / n)) : counts }
}
