import type { AxisInfo, Dimension, HistogramData, Range } from './types.ts'

/** A labelled vertical line: `{ value: 8192, label: '8k' }`. */
export interface PlotMark {
  value: number
  label: string
}

/** One measure's distribution, by group, to be brushed by pointer and by keyboard. */
export interface HistogramProps {
  data: HistogramData
  axis: AxisInfo
  /** The dimension `data` was asked by. */
  by: Dimension | null
  /** The dimension's keys in an order that does not change with the selection; see looksOf. */
  order?: readonly string[]
  /** 'share' draws each group as percent of itself, since groups differ in size. Default 'count'. */
  scale?: 'count' | 'share'
  marks?: readonly PlotMark[]
  /** The measure's range in the selection; null for none. */
  brush?: Range | null
  /** Called when a drag ends and at each key; null clears. Without it the plot cannot be brushed. */
  onBrush?: (range: Range | null) => void
  /** Px. Default 212. */
  height?: number
}

/** See {@link HistogramProps}. */
export function Histogram(_props: HistogramProps) {
  return <svg className="plot-svg" height={200} aria-hidden />
}
