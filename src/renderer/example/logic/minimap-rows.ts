import type { OutlineEntry } from './outline.ts'

/** A row of the minimap: one step, or several where there are more steps than rows. */
export interface MinimapRow {
  /** First message of its first and of its last step. */
  first: number
  last: number
  /** The step that costs most of it, which a hint names. */
  heaviest: OutlineEntry
  /** Tokens of that step. */
  tokens: number
  isEdit: boolean
  isTest: boolean
  isError: boolean
  isFound: boolean
}

/** Puts the run into at most `most` rows of equally many steps, in order. */
export function minimapRows(entries: readonly OutlineEntry[], most: number): MinimapRow[] {
  const perRow = Math.max(1, Math.ceil(entries.length / Math.max(1, most)))
  const rows: MinimapRow[] = []
  for (let from = 0; from < entries.length; from += perRow) {
    const group = entries.slice(from, from + perRow)
    const heaviest = group.reduce((a, b) => (b.tokens > a.tokens ? b : a))
    rows.push({
      first: group[0]?.message ?? heaviest.message,
      last: group.at(-1)?.message ?? heaviest.message,
      heaviest,
      tokens: heaviest.tokens,
      isEdit: group.some((entry) => entry.isEdit),
      isTest: group.some((entry) => entry.isTest),
      isError: group.some((entry) => entry.isError),
      isFound: group.some((entry) => entry.isFound),
    })
  }
  return rows
}

/** The row a message stands in; -1 when there are no rows. */
export function rowAt(rows: readonly MinimapRow[], message: number): number {
  return Math.max(
    rows.findLastIndex((row) => row.first <= message),
    rows.length === 0 ? -1 : 0,
  )
}
