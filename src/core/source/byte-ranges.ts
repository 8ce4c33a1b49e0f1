/** Bytes of a file from `start` up to `end` (exclusive). */
export interface ByteRange {
  start: number
  end: number
}

/** Sorted, none empty; those that overlap or lie at most `gap` bytes apart are one. */
export function mergeRanges(ranges: readonly ByteRange[], gap = 0): ByteRange[] {
  const merged: ByteRange[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (end <= start) continue
    if (last && start <= last.end + gap) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** How far apart neighbours may be, and how many bytes nobody wants all joints together may cost. */
export interface JoinLimits {
  gap: number
  waste: number
}

/** Makes fewer ranges of sorted ones by joining near neighbours, the nearest first. */
export function joinNear(ranges: readonly ByteRange[], { gap, waste }: JoinLimits): ByteRange[] {
  let left = waste
  const near = jointsOf(ranges).filter(({ bytes }) => {
    left -= bytes
    return bytes <= gap && left >= 0
  })
  return joinAt(ranges, near)
}

/** At most `most` ranges that cover the given sorted ones: the smallest gaps are filled, however many it takes. */
export function joinClosest(ranges: readonly ByteRange[], most: number): ByteRange[] {
  return joinAt(ranges, jointsOf(ranges).slice(0, Math.max(0, ranges.length - most)))
}

/** The gap of `bytes` before the range at `index`. */
interface Joint {
  index: number
  bytes: number
}

/** The smallest first. */
function jointsOf(ranges: readonly ByteRange[]): Joint[] {
  const joints = ranges.slice(1).map((range, index) => ({ index: index + 1, bytes: range.start - (ranges[index]?.end ?? 0) }))
  return joints.sort((a, b) => a.bytes - b.bytes)
}

function joinAt(ranges: readonly ByteRange[], joints: readonly Joint[]): ByteRange[] {
  const joined = new Set(joints.map(({ index }) => index))
  const result: ByteRange[] = []
  for (const [index, { start, end }] of ranges.entries()) {
    const last = result.at(-1)
    if (last && joined.has(index)) last.end = end
    else result.push({ start, end })
  }
  return result
}
