import type { AxisInfo, GroupLook } from './types.ts'

/** One group's spread. Percentiles in the order of `percentiles`; null without values. */
export interface PercentileRow {
  look: GroupLook
  n: number
  min: number | null
  max: number | null
  values: readonly number[] | null
}

/** A line a group from p50 to the largest value, with a tick and its value for each percentile. */
export interface PercentileLinesProps {
  rows: readonly PercentileRow[]
  /** Which percentiles `values` are: [50, 75, 90, 95, 99]. */
  percentiles: readonly number[]
  axis: AxisInfo
  /** Draw in log10(1 + x). */
  isLog?: boolean
  /** Px; longer lists scroll. Default as many rows as there are. */
  height?: number
}

/** See {@link PercentileLinesProps}. */
export function PercentileLines(_props: PercentileLinesProps) {
  return <svg className="plot-svg" height={200} aria-hidden />
}
