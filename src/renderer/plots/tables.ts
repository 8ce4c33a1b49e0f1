import type { BarItem } from './bars.tsx'
import { gridEdges } from './edges.ts'
import type { HeatCell } from './heat-table.tsx'
import type { PercentileRow } from './percentile-lines.tsx'
import type { RateItem } from './rate-bars.tsx'
import type { ShareRow } from './share-bars.tsx'
import type { AxisInfo, DensityData, GroupLook, HistogramData, PlotTable, ShareData } from './types.ts'

const text = (title: string) => ({ title })
const number = (title: string) => ({ title, isNumber: true })
const shareColumns = (noun: string) => ['n', noun, `${noun} rate`, '95 % from', '95 % to'].map(number)
const shareValues = ({ n, hits, rate, low, high }: ShareData) => [n, hits, rate, low, high]

/** The axis in a column's title: "Messages", "Full cost (tokens)". */
export function axisTitle({ label, unit }: AxisInfo): string {
  return unit === '' || label.toLowerCase() === unit.toLowerCase() ? label : `${label} (${unit})`
}

/** A line a bin with a column a group; the last line is what lies beyond the clipping, where anything does. */
export function histogramTable(data: HistogramData, axis: AxisInfo, looks: readonly GroupLook[]): PlotTable {
  const counts = data.groups[0]?.bins.map((_, bin) => [
    data.edges[bin] ?? null,
    data.edges[bin + 1] ?? null,
    ...data.groups.map((group) => group.bins[bin] ?? 0),
  ])
  const beyond = [data.axis.max, null, ...data.groups.map((group) => group.above)]
  const isClipped = data.groups.some((group) => group.above > 0)
  return {
    columns: [number(`${axisTitle(axis)} from`), number('to'), ...looks.map((look) => number(look.label))],
    rows: [...(counts ?? []), ...(isClipped ? [beyond] : [])],
  }
}

/** A line a cell and group, fullest first; single points where they are told. */
export function densityTable(data: DensityData, x: AxisInfo, y: AxisInfo, looks: readonly GroupLook[]): PlotTable {
  const xs = gridEdges(data.x, data.columns)
  const ys = gridEdges(data.y, data.rows)
  const edge = (edges: number[], place: number) => edges[place] ?? null
  const cells = data.groups.flatMap(({ cells }, group) =>
    cells.map(([cell, count]): [string, number | null, number | null, number | null, number | null, number] => {
      const column = cell % data.columns
      const row = Math.floor(cell / data.columns)
      return [looks[group]?.label ?? '', edge(xs, column), edge(xs, column + 1), edge(ys, row), edge(ys, row + 1), count]
    }),
  )
  const bounds = [x, y].flatMap((axis) => [number(`${axisTitle(axis)} from`), number('to')])
  return { columns: [text('Group'), ...bounds, number('Examples')], rows: cells.sort((a, b) => b[5] - a[5]) }
}

/** A line a bar: n, hits, rate and interval. `title` names what the bars are: "Language". */
export function ratesTable(items: readonly RateItem[], title: string, noun = 'resolved'): PlotTable {
  return { columns: [text(title), ...shareColumns(noun)], rows: items.map((item) => [item.label, ...shareValues(item.share)]) }
}

/** A line a bar with its value and the part. */
export function barsTable(items: readonly BarItem[], title: string, noun: string, partNoun?: string): PlotTable {
  const part = partNoun === undefined ? [] : [number(partNoun)]
  return {
    columns: [text(title), number(noun), ...part],
    rows: items.map((item) => [item.label, item.value, ...(partNoun === undefined ? [] : [item.part ?? 0])]),
  }
}

/** A line a window with a column of shares a group. */
export function sharesTable(rows: readonly ShareRow[], looks: readonly GroupLook[], title: string): PlotTable {
  return {
    columns: [text(title), ...looks.map((look) => number(look.label))],
    rows: rows.map((row) => [row.label, ...row.shares]),
  }
}

/** A line a cell: both keys, then as {@link ratesTable}. */
export function heatCellsTable(cells: readonly HeatCell[], rowTitle: string, columnTitle: string, noun = 'resolved'): PlotTable {
  return {
    columns: [text(rowTitle), text(columnTitle), ...shareColumns(noun)],
    rows: cells.map((cell) => [cell.row, cell.column, ...shareValues(cell.share)]),
  }
}

/** A line a group: n, least, percentiles, most. */
export function percentilesTable(rows: readonly PercentileRow[], percentiles: readonly number[], title: string): PlotTable {
  return {
    columns: [text(title), ...['n', 'min', ...percentiles.map((one) => `p${one}`), 'max'].map(number)],
    rows: rows.map((row) => [row.look.label, row.n, row.min, ...percentiles.map((_, at) => row.values?.[at] ?? null), row.max]),
  }
}
