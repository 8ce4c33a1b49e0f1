/** Rows asked for at once. */
export const PAGE_SIZE = 100

/** Numbers of the pages that rows `first` to `last` (inclusive) lie on, within `total` rows. */
export function pagesOf(first: number, last: number, total: number): number[] {
  const highest = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1)
  const from = Math.min(highest, Math.max(0, Math.floor(first / PAGE_SIZE)))
  const to = Math.min(highest, Math.max(from, Math.floor(last / PAGE_SIZE)))
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
