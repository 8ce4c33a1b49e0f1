/** A slider has this many places. */
export const PLACES = 200

/** Wider than this, and a slider goes by powers: 1 to 1,000,000 tokens are all within reach. */
const WIDE = 1000

const isWide = (min: number, max: number) => min >= 0 && max / Math.max(1, min) > WIDE

/** Where a value stands on a slider from `min` to `max`, 0 to {@link PLACES}. */
export function placeOf(value: number, min: number, max: number): number {
  const held = Math.min(max, Math.max(min, value))
  const scale = isWide(min, max) ? (one: number) => Math.log1p(one) : (one: number) => one
  return Math.round(((scale(held) - scale(min)) / (scale(max) - scale(min))) * PLACES)
}

/** The value at a place of the slider: round to two digits where it goes by powers, whole where it must be. */
export function valueAt(place: number, min: number, max: number, isWhole: boolean): number {
  if (place <= 0) return min
  if (place >= PLACES) return max
  const share = place / PLACES
  if (isWide(min, max)) {
    const value = Math.expm1(Math.log1p(min) + share * (Math.log1p(max) - Math.log1p(min)))
    const rounded = Number(value.toPrecision(2))
    return Math.min(max, Math.max(min, isWhole ? Math.round(rounded) : rounded))
  }
  const value = min + share * (max - min)
  return isWhole ? Math.round(value) : Number(value.toPrecision(3))
}

/** A range so much wider than the usual value says only what is no nonsense: a slider over it could not be aimed. */
const TOO_WIDE = 100
const REACH = 16

/** From where to where a slider goes, given a parameter's limits and its default; null where it has no two ends. */
export function sliderRange(min: number | undefined, max: number | undefined, usual: unknown): { min: number; max: number } | null {
  if (min === undefined || max === undefined || max <= min) return null
  const near = typeof usual === 'number' ? Math.max(1, Math.abs(usual)) * REACH : max
  return { min, max: max > near * (TOO_WIDE / REACH) ? Math.max(min + 1, near) : max }
}
