import type { AxisInfo, DensityData, Dimension, Range } from './types.ts'

/** Limits on both axes; null is open. */
export interface Brush2 {
  x: Range | null
  y: Range | null
}

/** Two measures against each other: a grid of counts, or points when there are few; brushed by a rectangle or by keyboard. */
export interface DensityPlotProps {
  data: DensityData
  x: AxisInfo
  y: AxisInfo
  by: Dimension | null
  order?: readonly string[]
  brush?: Brush2 | null
  /** As of the histogram; null clears both. */
  onBrush?: (brush: Brush2 | null) => void
  /** Px. Default 260. */
  height?: number
}

/** See {@link DensityPlotProps}. */
export function DensityPlot(_props: DensityPlotProps) {
  return <svg className="plot-svg" height={200} aria-hidden />
}
