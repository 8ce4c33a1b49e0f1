import type { Json } from './json.ts'
import type { RowHints, SourceRef } from './source-ref.ts'

/** A row as its source gave it, made JSON-safe (bigint and bytes converted), nothing else changed. */
export interface RawRow {
  ref: SourceRef
  hints: RowHints
  value: Json
}
