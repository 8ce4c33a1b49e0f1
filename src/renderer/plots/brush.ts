import { firstWhole, HAIR } from './merge-bins.ts'
import type { Range } from './types.ts'

/** Bins brushed, both inside. */
export interface Bins {
  from: number
  to: number
}

/**
 * Limits that hold exactly the values of these bins: a bin holds its lower edge, the last one both. The outermost edges stay open, so
 * that what lies beyond a clipped axis comes along. Null when both are open.
 */
export function rangeOfBins(edges: readonly number[], { from, to }: Bins, isInteger: boolean): Range | null {
  const last = edges.length - 2
  const min = from <= 0 ? null : (edges[from] ?? null)
  const end = to >= last ? null : (edges[to + 1] ?? null)
  if (min === null && end === null) return null
  if (isInteger) return { min: min === null ? null : firstWhole(min), max: end === null ? null : firstWhole(end) - 1 }
  return { min, max: end === null ? null : justBelow(end) }
}

/** The bins that limits reach into; null when they lie outside the axis. Open limits reach to its ends. */
export function binsOfRange(edges: readonly number[], { min, max }: Range, isInteger: boolean): Bins | null {
  const last = edges.length - 2
  const low = edges[0] ?? 0
  const high = edges[last + 1] ?? 0
  if ((min !== null && min > high) || (max !== null && max < low) || (min !== null && max !== null && min > max)) return null
  return { from: min === null ? 0 : binOfValue(edges, min, isInteger), to: max === null ? last : binOfValue(edges, max, isInteger) }
}

/** The bin a value falls into; values beyond the ends into the outermost. A whole number is in the bin whose edge missed it by a hair. */
export function binOfValue(edges: readonly number[], value: number, isInteger: boolean): number {
  const reach = isInteger ? value + HAIR * Math.max(1, Math.abs(value)) : value
  let bin = 0
  const last = Math.max(0, edges.length - 2)
  while (bin < last && (edges[bin + 1] ?? 0) <= reach) bin += 1
  return bin
}

/** The bin under a point, of edges drawn at these places. */
export function binOfPlace(spots: readonly number[], place: number): number {
  const last = spots.length - 2
  const [first = 0, end = 0] = [spots[0], spots.at(-1)]
  const isRising = end >= first
  let bin = 0
  while (bin < last && (isRising ? (spots[bin + 1] ?? 0) <= place : (spots[bin + 1] ?? 0) >= place)) bin += 1
  return Math.max(0, bin)
}

/** One end moved by so many bins, never past the other. */
export function moveEnd({ from, to }: Bins, end: 'from' | 'to', by: number, last: number): Bins {
  if (end === 'from') return { from: clamp(from + by, 0, to), to }
  return { from, to: clamp(to + by, from, last) }
}

/** The next number below, so that an open end can be said with an inclusive limit. */
export function justBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE
  const bits = new BigInt64Array(new Float64Array([value]).buffer)
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? -1n : 1n)
  return new Float64Array(bits.buffer)[0] ?? value
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
