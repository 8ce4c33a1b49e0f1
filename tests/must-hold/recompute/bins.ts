import type { Axis } from '#record'

/** How many values lie in each bin; a bin holds its lower edge, the last one both. What lies beyond the last edge is `above`. */
export function countBins(values: readonly number[], edges: readonly number[]): { n: number; bins: number[]; above: number } {
  const bins = Array.from({ length: edges.length - 1 }, () => 0)
  const end = edges.at(-1) ?? Number.NaN
  let above = 0
  for (const value of values) {
    if (value > end) {
      above += 1
      continue
    }
    let bin = 0
    while (bin < bins.length - 1 && value >= (edges[bin + 1] ?? Number.POSITIVE_INFINITY)) bin += 1
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  return { n: values.length, bins, above }
}

/** Where the value lies among `bins` bins of equal width on the axis. */
function binOf(value: number, { min, max, isLog }: Axis, bins: number): number {
  const scale = (at: number) => (isLog ? Math.log10(1 + at) : at)
  const width = scale(max) - scale(min)
  return width === 0 ? 0 : Math.min(bins - 1, Math.floor(((scale(value) - scale(min)) / width) * bins))
}

/** Cells of a grid with something in them, from the bottom left. */
export function countCells(
  xs: readonly number[],
  ys: readonly number[],
  { x, y, columns, lines }: { x: Axis; y: Axis; columns: number; lines: number },
): [number, number][] {
  const counts = new Map<number, number>()
  for (const [place, value] of xs.entries()) {
    const cell = binOf(ys[place] ?? Number.NaN, y, lines) * columns + binOf(value, x, columns)
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => a - b)
}

/** What is wrong with an axis and its edges for these values; nothing when they hold them all, or with `clip` all up to that percentile. */
export function axisTroubles(axis: Axis, edges: readonly number[], sorted: readonly number[], top: number): string[] {
  const scale = (at: number) => (axis.isLog ? Math.log10(1 + at) : at)
  const widths = edges.slice(1).map((edge, place) => scale(edge) - scale(edges[place] ?? Number.NaN))
  const [widest, narrowest] = [Math.max(...widths), Math.min(...widths)]
  return [
    edges[0] !== axis.min && 'the first edge is not where the axis begins',
    edges.at(-1) !== axis.max && 'the last edge is not where the axis ends',
    axis.min > (sorted[0] ?? Number.POSITIVE_INFINITY) && 'the smallest value lies below the axis',
    axis.max < Math.floor(top) && 'the axis ends before what it must hold',
    (edges.at(-2) ?? Number.NaN) > top && edges.length > 2 && 'the last bin begins beyond what the axis must hold',
    widest - narrowest > 1e-9 * Math.max(1, widest) && 'bins are not of equal width',
    narrowest < 0 && 'edges fall',
  ].filter((trouble) => trouble !== false)
}
