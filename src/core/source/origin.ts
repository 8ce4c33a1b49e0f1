import type { Rejection, RejectionKind, RowHints, SourceRef } from '#record'

/** What all rows of one file share. */
export interface Origin {
  sourceId: string
  uri: string
  revision: string | null
  file: string
  hints: RowHints
}

/** The place of one row; -1 stands for the whole file. */
export function refOf(origin: Origin, row: number): SourceRef {
  const { sourceId, uri, revision, file } = origin
  return { sourceId, uri, revision, file, row }
}

/** A row or, with row -1, a file that gives no rows. */
export function reject(origin: Origin, row: number, kind: RejectionKind, reason: string): Rejection {
  return { kind, ref: refOf(origin, row), reason }
}
