import type { RowSpan, RowsWanted, SourceFile } from '#source'

/** Rows of one file that are brought and read together: a row group, what is wanted of one, or a file that only reading divides. */
export interface Unit {
  file: SourceFile
  wanted: RowsWanted
  /** Rows it should give; null when only reading tells. */
  rows: number | null
  /** Rows stored before, passed over where `wanted` meets them. */
  stored: ReadonlySet<number>
  /** Reading stops after so many rows, stored ones among them; null reads to the end. */
  limit: number | null
  /** Share of the file's bytes, for telling how far the work is. */
  bytes: number
  /** With it the file is read to its end. */
  completesFile: boolean
}

/** Rows as ascending spans that do not meet. */
export function asSpans(rows: readonly number[]): RowSpan[] {
  const spans: RowSpan[] = []
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && row <= last.end) last.end = Math.max(last.end, row + 1)
    else spans.push({ start: row, end: row + 1 })
  }
  return spans
}

/** Rows `start` up to `end` (exclusive) that are not stored, at most `limit` of them. */
export function missingRows({ start, end }: RowSpan, stored: ReadonlySet<number>, limit = Number.POSITIVE_INFINITY): number[] {
  const rows: number[] = []
  for (let row = start; row < end && rows.length < limit; row++) if (!stored.has(row)) rows.push(row)
  return rows
}

/** A unit of these rows of a file. */
export function unitOfRows(file: SourceFile, rows: readonly number[]): Unit {
  return { file, wanted: { spans: asSpans(rows) }, rows: rows.length, stored: new Set(), limit: null, bytes: 0, completesFile: false }
}
