/** Lowest kappa drawn: below it, people contradict one another on purpose, and the dot stays at the edge. */
const LEAST = -0.2

/** Where a kappa lies on a track from -0.2 to 1, in percent from the left; what is outside lies at the edge. */
export function kappaPlace(kappa: number): number {
  return ((Math.min(1, Math.max(LEAST, kappa)) - LEAST) / (1 - LEAST)) * 100
}
