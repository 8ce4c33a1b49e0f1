/** Bytes of a file from `start` up to `end` (exclusive). */
export interface ByteRange {
  start: number
  end: number
}

/** Bytes of a remote file that lie in a log. */
export interface Piece extends ByteRange {
  /** Where its first byte is in the log. */
  at: number
}

/** Sorted, none empty, none that meet or overlap. */
export function mergeRanges(ranges: readonly ByteRange[]): ByteRange[] {
  const merged: ByteRange[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (end <= start) continue
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
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

/** How far apart neighbours may be, and how many bytes nobody wants all joints together may cost. */
export interface JoinLimits {
  gap: number
  waste: number
}

/** Makes fewer ranges of sorted ones by joining near neighbours, the nearest first. */
export function joinNear(ranges: readonly ByteRange[], { gap, waste }: JoinLimits): ByteRange[] {
  const joints = ranges.slice(1).map((range, index) => ({ index: index + 1, bytes: range.start - (ranges[index]?.end ?? 0) }))
  const joined = new Set<number>()
  let left = waste
  for (const { index, bytes } of joints.filter((joint) => joint.bytes <= gap).sort((a, b) => a.bytes - b.bytes)) {
    if (bytes > left) break
    left -= bytes
    joined.add(index)
  }
  const result: ByteRange[] = []
  for (const [index, { start, end }] of ranges.entries()) {
    const last = result.at(-1)
    if (last && joined.has(index)) last.end = end
    else result.push({ start, end })
  }
  return result
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
