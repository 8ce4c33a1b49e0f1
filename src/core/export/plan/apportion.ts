/** One value of a mixture. */
export interface Part {
  /** Examples there are. */
  have: number
  /** Of what leaves, above 0; those of all parts add up to 1. */
  share: number
}

/** Products of shares are off by less. */
const EPSILON = 1e-9

/**
 * How many of each part leave: as many as can in all, at most `most`, such that each part is within one example of its share of the whole. Every part has the
 * whole examples of its share; those left over go to the largest remainders (Hamilton's method), of parts that have one more to give.
 */
export function apportion(parts: readonly Part[], most: number): number[] {
  const bound = Math.min(most, ...parts.map(({ have, share }) => Math.ceil((have + 1) / share) - 1))
  const whole = parts.reduce((sum, { have }) => sum + have, 0)
  for (let total = Math.min(bound, whole); total > 0; total--) {
    const taken = takeInAll(parts, total)
    if (taken) return taken
  }
  return parts.map(() => 0)
}

/** Null when some part has too few. */
function takeInAll(parts: readonly Part[], total: number): number[] | null {
  const taken = parts.map(({ share }) => Math.floor(total * share + EPSILON))
  if (parts.some(({ have }, at) => (taken[at] ?? 0) > have)) return null
  const left = total - taken.reduce((sum, number) => sum + number, 0)
  const open = parts
    .map(({ have, share }, at) => ({ at, remainder: total * share - (taken[at] ?? 0), isOpen: (taken[at] ?? 0) < have }))
    .filter(({ remainder, isOpen }) => isOpen && remainder > EPSILON)
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  if (open.length < left) return null
  for (const { at } of open.slice(0, left)) taken[at] = (taken[at] ?? 0) + 1
  return taken
}
