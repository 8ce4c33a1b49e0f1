/** A harness and a teacher: one config and split of the corpus. */
export interface Combination {
  harness: 'openhands' | 'sweagent'
  model: string
}

/** How large a corpus is and how its files are written. */
export interface CorpusOptions {
  /** `OWNER/NAME` of the repository; default `bench/corpus`. */
  id: string
  /** Files; the combinations take turns. Default 200. */
  shards: number
  /** Default 2,400. */
  rowsPerShard: number
  /** Divides `rowsPerShard`. Default 240. */
  rowsPerGroup: number
  /** Text of a trajectory in bytes, about. Default 100,000. */
  bodyBytes: number
  /** Whether every column says where its pages are. Default true. */
  hasOffsetIndex: boolean
  combinations: readonly Combination[]
  /** Another seed gives other rows. Default 1. */
  seed: number
}

const COMBINATIONS: readonly Combination[] = [
  { harness: 'openhands', model: 'minimax_m25' },
  { harness: 'openhands', model: 'qwen35_122b' },
  { harness: 'sweagent', model: 'minimax_m25' },
  { harness: 'sweagent', model: 'qwen35_122b' },
]

/** Options with the defaults filled in. @throws Error when the row groups do not fill a shard or a combination gets no shard. */
export function corpusOptions(given: Partial<CorpusOptions>): CorpusOptions {
  const size = { shards: 200, rowsPerShard: 2400, rowsPerGroup: 240, bodyBytes: 100_000 }
  const options = { id: 'bench/corpus', ...size, hasOffsetIndex: true, combinations: COMBINATIONS, seed: 1, ...given }
  const { shards, rowsPerShard, rowsPerGroup, combinations } = options
  if (rowsPerShard % rowsPerGroup !== 0) throw new Error(`rowsPerGroup ${rowsPerGroup} does not divide rowsPerShard ${rowsPerShard}`)
  if (shards < combinations.length) throw new Error(`${shards} shards are fewer than ${combinations.length} combinations`)
  return options
}
