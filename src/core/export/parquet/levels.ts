import { varint } from './varint.ts'

/** Values that are packed together, and the shortest run that is written as one. */
const GROUP = 8

/**
 * Definition or repetition levels as a page has them: runs, and between them groups of 8 in `width` bits each
 * (https://parquet.apache.org/docs/file-format/data-pages/encodings/, RLE). None for a width of 0.
 *
 * @param levels each below 2^width
 * @param width from 0 to 7
 */
export function packLevels(levels: readonly number[], width: number): Uint8Array {
  const out: number[] = []
  for (let at = 0; width > 0 && at < levels.length; ) {
    const run = runFrom(levels, at, levels.length)
    if (run >= GROUP) out.push(...varint(run * 2), levels[at] ?? 0)
    const end = run >= GROUP ? at + run : groupsEnd(levels, at)
    if (run < GROUP) pushGroups(out, levels, { at, end, width })
    at = end
  }
  return Uint8Array.from(out)
}

function runFrom(levels: readonly number[], start: number, end: number): number {
  let at = start + 1
  while (at < end && levels[at] === levels[start]) at += 1
  return at - start
}

/** Where the next run begins, in whole groups; beyond the last level when none does. */
function groupsEnd(levels: readonly number[], start: number): number {
  let at = start + GROUP
  while (at < levels.length && runFrom(levels, at, Math.min(at + GROUP, levels.length)) < GROUP) at += GROUP
  return at
}

/** The first of the values in the lowest bits; what is missing of the last group is 0. */
function pushGroups(out: number[], levels: readonly number[], { at, end, width }: { at: number; end: number; width: number }): void {
  out.push(...varint(((end - at) / GROUP) * 2 + 1))
  let held = 0
  let bits = 0
  for (let place = at; place < end; place += 1) {
    held |= (levels[place] ?? 0) << bits
    for (bits += width; bits >= 8; bits -= 8) {
      out.push(held & 255)
      held >>>= 8
    }
  }
}
