import fc from 'fast-check'
import type { ByteRange } from '../../src/core/source/byte-ranges.ts'

const LENGTH = 60

/** A range of a short file; it may be empty. */
export const range = fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH)).map(([a, b]): ByteRange => ({ start: Math.min(a, b), end: Math.max(a, b) }))

/** Ranges in any order, which may overlap. */
export const ranges = fc.array(range, { maxLength: 12 })

/** The positions ranges stand for. */
export function positions(list: readonly ByteRange[]): Set<number> {
  return new Set(list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)))
}
