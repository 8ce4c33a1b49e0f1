/**
 * Where the drawn bins begin among the host's: indices of edges, the last being the end. At most `most` bins are drawn, and of whole
 * numbers none that can hold no number (a range of 10 in 40 bins), for such a bin could be neither filled nor brushed: it joins the one before.
 */
export function mergeBins(edges: readonly number[], most: number, isInteger: boolean): number[] {
  const last = Math.max(0, edges.length - 1)
  const step = Math.max(1, Math.ceil(last / Math.max(1, most)))
  const starts = [0]
  for (let at = step; at < last; at += step) {
    const end = Math.min(at + step, last)
    const [start = 0, low = 0] = [edges[starts.at(-1) ?? 0], edges[at]]
    const isNew = isInteger ? firstWhole(low) > firstWhole(start) : low > start
    if (isNew && canHold(low, edges[end] ?? 0, isInteger, end === last)) starts.push(at)
  }
  return [...starts, last]
}

/** True when a value can lie from `low` to below `high`; the last bin holds its upper edge too. */
function canHold(low: number, high: number, isInteger: boolean, isLast: boolean): boolean {
  if (!isInteger) return low < high
  const whole = firstWhole(low)
  return isLast ? whole <= high + HAIR : whole < firstWhole(high)
}

/** The edges of drawn bins. */
export function pickEdges(edges: readonly number[], starts: readonly number[]): number[] {
  return starts.map((start) => edges[start] ?? 0)
}

/** Counts of drawn bins from the host's. */
export function sumBins(bins: readonly number[], starts: readonly number[]): number[] {
  return starts.slice(0, -1).map((start, bin) => {
    const end = starts[bin + 1] ?? bins.length
    return bins.slice(start, end).reduce((sum, count) => sum + count, 0)
  })
}

/** For each of the host's bins the drawn one it is in. */
export function drawnPlaces(starts: readonly number[]): number[] {
  return starts.slice(0, -1).flatMap((start, bin) => Array.from({ length: (starts[bin + 1] ?? start) - start }, () => bin))
}

/** Edges come from logarithms, which miss a whole number by a hair. */
export const HAIR = 1e-9

/** The least whole number in a bin that begins at `edge`. */
export function firstWhole(edge: number): number {
  const near = Math.round(edge)
  return Math.abs(edge - near) <= HAIR * Math.max(1, Math.abs(edge)) ? near : Math.ceil(edge)
}
