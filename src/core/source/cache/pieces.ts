import { type ByteRange, mergeRanges } from '../byte-ranges.ts'

/** Bytes of a remote file that lie in a log. */
export interface Piece extends ByteRange {
  /** Where its first byte is in the log. */
  at: number
}

/** The parts of `wanted` that `covered` lacks. `covered` is sorted and does not overlap, as {@link mergeRanges} and {@link addPiece} leave it. */
export function gapsIn(covered: readonly ByteRange[], wanted: ByteRange): ByteRange[] {
  const gaps: ByteRange[] = []
  let at = wanted.start
  for (let index = firstEndingAfter(covered, wanted.start); index < covered.length && at < wanted.end; index++) {
    const { start, end } = covered[index] ?? wanted
    if (start > at) gaps.push({ start: at, end: Math.min(start, wanted.end) })
    at = Math.max(at, end)
  }
  if (at < wanted.end) gaps.push({ start: at, end: wanted.end })
  return gaps
}

/** The gaps of several wanted ranges, merged. */
export function allGapsIn(covered: readonly ByteRange[], wanted: readonly ByteRange[]): ByteRange[] {
  return mergeRanges(wanted).flatMap((range) => gapsIn(covered, range))
}

/** True when two ranges share a byte. */
export function meet(a: ByteRange, b: ByteRange): boolean {
  return a.start < b.end && b.start < a.end
}

/** Adds a piece that overlaps none, in place; one that goes on where its neighbour ends, in file and log, becomes part of it. */
export function addPiece(pieces: Piece[], piece: Piece): void {
  const index = firstEndingAfter(pieces, piece.start)
  const before = pieces[index - 1]
  if (before && before.end === piece.start && before.at + (before.end - before.start) === piece.at) before.end = piece.end
  else pieces.splice(index, 0, { ...piece })
}

/** Where the bytes of a range lie, in order; null unless all of them do. */
export function locate(pieces: readonly Piece[], wanted: ByteRange): Piece[] | null {
  const parts: Piece[] = []
  let at = wanted.start
  for (let index = firstEndingAfter(pieces, wanted.start); at < wanted.end; index++) {
    const piece = pieces[index]
    if (piece === undefined || piece.start > at) return null
    const end = Math.min(piece.end, wanted.end)
    parts.push({ start: at, end, at: piece.at + (at - piece.start) })
    at = end
  }
  return parts
}

/** Divides a range longer than `size` into at most `parts` parts of about the same length. */
export function divide({ start, end }: ByteRange, size: number, parts: number): ByteRange[] {
  const count = Math.max(1, Math.min(parts, Math.ceil((end - start) / size)))
  const step = Math.ceil((end - start) / count)
  const divided: ByteRange[] = []
  for (let at = start; at < end; at += step) divided.push({ start: at, end: Math.min(end, at + step) })
  return divided
}

/** Index of the first range that ends behind `position`; the length when none does. */
function firstEndingAfter(ranges: readonly ByteRange[], position: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}
