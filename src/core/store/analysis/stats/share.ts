import type { Share } from '#record'

/** The 97.5 % point of the standard normal distribution: 95 % lie within it either side. */
const Z = 1.959963984540054

/** So many of so many as a {@link Share}; see there for the source of the interval. */
export function shareOf(hits: number, n: number): Share {
  if (n === 0) return { n, hits, rate: null, low: null, high: null }
  const rate = hits / n
  const scale = 1 + Z ** 2 / n
  const centre = (rate + Z ** 2 / (2 * n)) / scale
  const reach = (Z / scale) * Math.sqrt((rate * (1 - rate)) / n + Z ** 2 / (4 * n ** 2))
  // At the ends the limit is the rate itself; rounding would put it a hair outside.
  return { n, hits, rate, low: hits === 0 ? 0 : centre - reach, high: hits === n ? 1 : centre + reach }
}
