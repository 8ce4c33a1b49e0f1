import type { Axis } from '#record'

/** A maximum this many times the mean is a long tail: on a linear axis nearly all rows would share the first bin. */
const TAIL = 10

/** What is known of a measure's values before they are drawn. */
interface Spread {
  measure: string
  isInteger: boolean
  min: number
  max: number
  mean: number
}

/** An axis with the number of bins on it, which may be fewer than were asked for. */
export interface PlannedAxis extends Axis {
  bins: number
}

/**
 * Where bins lie. Whole numbers on a linear axis get bins of a whole number of values, the edges half way between two: one bin a value where
 * there are few. Equal bins of any width would hold now three values and now four, and draw a comb.
 */
export function planAxis({ measure, isInteger, min, max, mean }: Spread, wanted: number): PlannedAxis {
  const isLog = min >= 0 && max > TAIL * (mean + 1)
  if (min === max) return { measure, min, max, isLog: false, bins: 1 }
  if (isLog || !isInteger) return { measure, min, max, isLog, bins: wanted }
  const width = Math.ceil((max - min + 1) / wanted)
  const bins = Math.ceil((max - min + 1) / width)
  return { measure, min: min - 0.5, max: min - 0.5 + width * bins, isLog, bins }
}

/** A value's place on the axis, where bins are of equal width. */
export function scaled({ isLog }: Axis, value: number): number {
  return isLog ? Math.log10(1 + value) : value
}

/** One more than there are bins, rising. Where bins are narrower than numbers can tell there are fewer. */
export function edgesOf(axis: PlannedAxis): number[] {
  const [low, high] = [scaled(axis, axis.min), scaled(axis, axis.max)]
  const inner = Array.from({ length: axis.bins - 1 }, (_, place) => {
    const at = low + ((high - low) * (place + 1)) / axis.bins
    return axis.isLog ? 10 ** at - 1 : at
  })
  const rising = inner.filter((edge, place) => edge > (inner[place - 1] ?? axis.min) && edge < axis.max)
  return [axis.min, ...rising, axis.max]
}
