import type { RowGroupPlace, RowSpan } from '#source'

/** What has to be fetched for one row. */
export interface Part {
  /** The same for rows that need the same bytes of a file. */
  key: string
  /** Rows that come with the same bytes; null when single rows can be fetched. */
  whole: RowSpan | null
}

/**
 * The part of a file one row is in: its pages where the file has an offset index, else its row group. Of a file without row groups
 * (`groups` null) rows are read one at a time out of the whole file.
 */
export function partOf(groups: readonly RowGroupPlace[] | null, row: number): Part {
  if (groups === null) return { key: 'file', whole: null }
  const found = groups.find(({ start, end }) => start <= row && row < end)
  if (!found || found.hasPages) return { key: `row ${row}`, whole: null }
  return { key: `group ${found.group}`, whole: { start: found.start, end: found.end } }
}
