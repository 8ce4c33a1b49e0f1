import { axisScale, axisTicks, edgeSpots, type Scale, type Tick } from './axis-scale.ts'
import { cellLayers, type Layer } from './cell-layers.ts'
import { gridEdges } from './edges.ts'
import { type Frame, frameOf } from './frame.ts'
import { looksOf } from './group-look.ts'
import { layLegend } from './legend.tsx'
import { drawnPlaces, mergeBins, pickEdges } from './merge-bins.ts'
import type { AxisInfo, DensityData, Dimension, GroupLook } from './types.ts'

/** One axis of the grid as drawn. */
export interface GridAxis {
  edges: number[]
  spots: number[]
  scale: Scale
  ticks: Tick[]
}

/** A grid laid out: `counts` by drawn cell (row * columns + column) a group, in the order of `looks`. */
export interface DensityModel {
  frame: Frame
  legend: ReturnType<typeof layLegend>
  x: GridAxis
  y: GridAxis
  looks: GroupLook[]
  counts: Map<number, number[]>
  layers: Layer[]
  /** Most examples in one cell. */
  fullest: number
}

/** What of a density's props decides its layout. */
export interface DensityLayout {
  data: DensityData
  x: AxisInfo
  y: AxisInfo
  by: Dimension | null
  order?: readonly string[] | undefined
  width: number
  height: number
}

/** Room for the name of the axis at the left, above the frame, px. */
const NAME = 14

/** A cell is at least this wide and high, px. */
const SMALLEST = 3

/** Lays a density out: cells merged to the size, colours mixed where groups meet, strength by how many. */
export function densityModel({ data, x, y, by, order, width, height }: DensityLayout): DensityModel {
  const looks = looksOf(
    by,
    data.groups.map(({ keys }) => keys[0] ?? ''),
    order,
  )
  const legend = layLegend(by === null ? [] : looks, width - 24)
  const frame = frameOf(width, height, legend.height + NAME)
  const across = gridAxis(data.x, data.columns, x, [frame.left, frame.right], 48)
  const up = gridAxis(data.y, data.rows, y, [frame.bottom, frame.top], 30)
  const counts = countCells(data, across.places, up.places, across.axis.spots.length - 1)
  const { layers, fullest } = cellLayers(counts, looks, across.axis.spots, up.axis.spots)
  return { frame, legend, x: across.axis, y: up.axis, looks, counts, layers, fullest }
}

function gridAxis(run: DensityData['x'], count: number, { isInteger }: AxisInfo, [start, end]: [number, number], gap: number) {
  const all = gridEdges(run, count)
  const starts = mergeBins(all, Math.floor(Math.abs(end - start) / SMALLEST), isInteger)
  const edges = pickEdges(all, starts)
  const scale = axisScale(run, start, end)
  const axis: GridAxis = { edges, spots: edgeSpots(edges, scale), scale, ticks: axisTicks(run, scale, gap, isInteger) }
  return { axis, places: drawnPlaces(starts) }
}

function countCells(data: DensityData, columns: number[], rows: number[], across: number): Map<number, number[]> {
  const counts = new Map<number, number[]>()
  data.groups.forEach(({ cells }, group) => {
    for (const [cell, count] of cells) {
      const column = columns[cell % data.columns] ?? 0
      const row = rows[Math.floor(cell / data.columns)] ?? 0
      const place = row * across + column
      const held = counts.get(place) ?? new Array<number>(data.groups.length).fill(0)
      held[group] = (held[group] ?? 0) + count
      counts.set(place, held)
    }
  })
  return counts
}
