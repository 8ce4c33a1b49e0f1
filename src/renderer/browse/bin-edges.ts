/** The part of a histogram that says where its bins lie. */
export interface Binning {
  min: number
  max: number
  bins: readonly number[]
  isLog: boolean
}

/** The value where bin `index` begins; `bins.length` gives the end. Equal widths, in log10(1 + x) when `isLog`. */
export function binEdge({ min, max, bins, isLog }: Binning, index: number): number {
  const share = bins.length === 0 ? 0 : index / bins.length
  if (!isLog) return min + (max - min) * share
  const low = Math.log10(1 + min)
  return 10 ** (low + (Math.log10(1 + max) - low) * share) - 1
}

/** Limits that a brush from bin `from` to bin `to` (both inside) means, whole numbers; the outermost bins leave the side open. */
export function brushLimits(binning: Binning, from: number, to: number): { min: number | null; max: number | null } {
  const [first, last] = from <= to ? [from, to] : [to, from]
  return {
    min: first <= 0 ? null : Math.ceil(binEdge(binning, first)),
    max: last >= binning.bins.length - 1 ? null : Math.floor(binEdge(binning, last + 1)),
  }
}

/** True when bin `index` has any value inside the limits. */
export function isBinInside(binning: Binning, index: number, { min, max }: { min: number | null; max: number | null }): boolean {
  const low = binEdge(binning, index)
  const high = binEdge(binning, index + 1)
  return (min === null || high >= min) && (max === null || low <= max)
}
