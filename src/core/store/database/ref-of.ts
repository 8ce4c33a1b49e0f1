import type { SourceRef } from '#record'
import { decodeNullable, decodeText } from './encode.ts'
import { sourceIdOf } from './source-key.ts'

/** The columns that say where a row came from, as they are stored. */
export interface RefLine {
  source: number
  uri: string
  revision: string
  file: string
  row: number
}

/** A stored place as everybody else knows it. */
export function refOf({ source, uri, revision, file, row }: RefLine): SourceRef {
  return { sourceId: sourceIdOf(source), uri: decodeText(uri), revision: decodeNullable(revision), file: decodeText(file), row }
}
