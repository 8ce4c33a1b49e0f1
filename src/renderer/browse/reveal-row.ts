/** Height of a row, and of the header, which stays at the top and covers what is scrolled under it. */
export const ROW_HEIGHT = 28

/** What is seen of the table, in px. */
interface Seen {
  scrollTop: number
  clientHeight: number
}

/** How far to scroll so that a row is whole below the header; as far as now when it is. Knows all heights, so that nothing is laid out to find out. */
export function revealRow(index: number, { scrollTop, clientHeight }: Seen): number {
  const top = index * ROW_HEIGHT
  const bottom = top + 2 * ROW_HEIGHT
  if (top < scrollTop) return top
  return bottom > scrollTop + clientHeight ? bottom - clientHeight : scrollTop
}
