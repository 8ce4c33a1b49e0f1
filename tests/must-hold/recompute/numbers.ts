/** The p-th percentile (0 to 100) of sorted numbers, linear between the two nearest. */
export function percentileOf(sorted: readonly number[], p: number): number {
  const place = (p / 100) * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low + (high - low) * (place - below)
}

/** Mean and deviation of a sample, in two passes. */
export function momentsOf(values: readonly number[]): { mean: number | null; std: number | null } {
  if (values.length === 0) return { mean: null, std: null }
  let sum = 0
  for (const value of values) sum += value
  const mean = sum / values.length
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  return { mean, std: values.length < 2 ? null : Math.sqrt(squares / (values.length - 1)) }
}

/**
 * A share with Wilson's interval, found by its definition: the two p at which the observed rate lies 1.96 standard errors away,
 * (rate - p)^2 = z^2 p (1 - p) / n.
 */
export function shareOf(hits: number, n: number) {
  if (n === 0) return { n, hits, rate: null, low: null, high: null }
  const z = 1.959963984540054
  const rate = hits / n
  const a = 1 + z ** 2 / n
  const b = -(2 * rate + z ** 2 / n)
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * rate ** 2))
  return { n, hits, rate, low: (-b - root) / (2 * a), high: (-b + root) / (2 * a) }
}
