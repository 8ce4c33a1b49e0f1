/** Shares such as 0.29 of 100 come a hair below the whole number they are. */
const ROUNDING = 1e-9

/** How many examples there are, by how far a share step holds them down. */
export interface ShareCounts {
  /** Of each value that is held down. */
  held: readonly number[]
  /** Of all others, which stay whatever happens. */
  free: number
}

/**
 * The largest number of examples each held-down value may have, so that none has more than `most` of what then stays: the largest whole L with
 *
 *     min(L, max n) <= most * (free + sum of min(L, n) over the held-down values n)
 *
 * The right side is concave in L and not below 0 at L = 0, so what fits is all from 0 to one number, found by halving. When what is held down can
 * have no such shares, as two values at most 0.3 each with nothing beside them, only 0 fits and none of them stays: a share is never exceeded.
 *
 * @returns from 0 to the largest count; that one when nothing need go
 */
export function shareLimit({ held, free }: ShareCounts, most: number): number {
  const fits = (limit: number): boolean => {
    const stays = held.reduce((sum, count) => sum + Math.min(count, limit), free)
    return limit <= most * stays + ROUNDING * stays
  }
  let [fitting, above] = [0, held.reduce((largest, count) => Math.max(largest, count), 0) + 1]
  while (above - fitting > 1) {
    const middle = Math.floor((fitting + above) / 2)
    if (fits(middle)) fitting = middle
    else above = middle
  }
  return fitting
}
