import type { Combination, CorpusOptions } from './corpus-options.ts'
import { corpusRow } from './corpus-row.ts'
import { keepLeaves } from './corpus-schema.ts'
import { isLarge } from './large-chunks.ts'
import { type LeafChunk, writeGroup } from './leaf-chunk.ts'

const COLUMNS = keepLeaves((leaf) => !isLarge(leaf))

/** The small leaves of the row group that begins with row `firstRow` of the corpus, really written: dictionaries, SNAPPY, statistics. */
export function smallChunks(firstRow: number, combination: Combination, options: CorpusOptions): Map<string, LeafChunk> {
  const rows = Array.from({ length: options.rowsPerGroup }, (_, at) => corpusRow(firstRow + at, combination, options))
  return writeGroup({ columns: COLUMNS, rows, pageSize: 0, statistics: true })
}
