/** Most steps a plan may have: each is a bit of a BIGINT, with some to spare. */
export const MOST_STEPS = 60

/** The bit of a step, as SQL. */
export function bitSql(place: number): string {
  return `${2n ** BigInt(place)}::BIGINT`
}

/** The places of the bits set in a mask, ascending. */
export function placesIn(mask: unknown): number[] {
  if (typeof mask !== 'bigint' || mask === 0n) return []
  const places: number[] = []
  for (let [rest, place] = [mask, 0]; rest !== 0n; rest >>= 1n, place += 1) if (rest & 1n) places.push(place)
  return places
}
