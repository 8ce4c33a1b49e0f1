import type { Patch } from '#record'

/** Added lines that two patches have in common, wherever they stand: as a multiset, trimmed, blank ones left out. */
export function countSharedLines(patch: Patch, other: Patch): number {
  const left = new Map<string, number>()
  for (const line of addedLines(other)) left.set(line, (left.get(line) ?? 0) + 1)
  let shared = 0
  for (const line of addedLines(patch)) {
    const count = left.get(line) ?? 0
    if (count === 0) continue
    left.set(line, count - 1)
    shared += 1
  }
  return shared
}

function* addedLines(patch: Patch): Generator<string> {
  for (const { hunks } of patch.files) {
    for (const { lines } of hunks) {
      for (const { kind, text } of lines) {
        const line = kind === 'add' ? text.trim() : ''
        if (line !== '') yield line
      }
    }
  }
}
