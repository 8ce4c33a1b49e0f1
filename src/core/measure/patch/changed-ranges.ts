import type { Hunk } from '#record'

/** Lines of the old file, both ends included. */
export interface LineRange {
  first: number
  last: number
}

/**
 * The lines a hunk changes, its context left out: each run of deleted lines, and for a run that only adds the two lines it stands between, so that a
 * change right beside it meets it. In the order of the hunk.
 */
export function changedRanges(hunk: Hunk): LineRange[] {
  const ranges: LineRange[] = []
  // A side without lines is written with the number of the line before it.
  let next = hunk.oldLines === 0 ? hunk.oldStart + 1 : hunk.oldStart
  let run: number | null = null
  const end = (): void => {
    if (run !== null) ranges.push(run < next ? { first: run, last: next - 1 } : { first: next - 1, last: next })
    run = null
  }
  for (const { kind } of hunk.lines) {
    if (kind === 'context') end()
    else run ??= next
    if (kind !== 'add') next += 1
  }
  end()
  return ranges
}
