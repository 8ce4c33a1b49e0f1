import { createHash } from 'node:crypto'
import { bytesFile } from '../../support/fake-hub/bytes-file.ts'
import type { FakeFile, FakeRepo } from '../../support/fake-hub/types.ts'
import { corpusCard } from './corpus-card.ts'
import { type Combination, type CorpusOptions, corpusOptions } from './corpus-options.ts'
import { type LargeChunks, largeChunks } from './large-chunks.ts'
import { planShard, type Shard } from './shard.ts'
import { smallChunks } from './small-chunks.ts'

/**
 * A dataset of any size that is stored nowhere: parquet shards of the third release's columns whose bytes are made as they are read. Small
 * columns are really written, row by row; trajectories are one page again and again, stamped with the row's number.
 */
export function buildCorpus(given: Partial<CorpusOptions> = {}): FakeRepo {
  const options = corpusOptions(given)
  const { id, shards, combinations } = options
  const name = createHash('sha1').update(JSON.stringify(options)).digest('hex')
  const large = combinations.map((combination) => largeChunks(combination, options))
  const files = Array.from({ length: shards }, (_, shard) => shardFile(shard, planOf(shard, large, options), name, options))
  return { id, commits: [{ sha: name, files: [bytesFile('README.md', corpusCard(combinations)), ...files] }] }
}

/** Which combination a shard belongs to. */
export function combinationOf(shard: number, { combinations }: CorpusOptions): Combination {
  const combination = combinations[shard % combinations.length]
  if (!combination) throw new Error('a corpus without combinations')
  return combination
}

function shardFile(shard: number, plan: Shard, name: string, options: CorpusOptions): FakeFile {
  const { harness, model } = combinationOf(shard, options)
  const { shards, combinations } = options
  const digits = (n: number) => String(n).padStart(5, '0')
  const siblings = Math.ceil((shards - (shard % combinations.length)) / combinations.length)
  const path = `data/${harness}/${model}/swe/train-${digits(Math.floor(shard / combinations.length))}-of-${digits(siblings)}.parquet`
  const etag = createHash('sha256').update(`${name} ${path}`).digest('hex')
  return { path, size: plan.size, etag, isLfs: true, read: async (start, end) => plan.read(start, end) }
}

/** A shard's small columns and footer are made here and kept, about 200 kB; `large` makes the rest when it is read. */
function planOf(shard: number, large: readonly LargeChunks[], options: CorpusOptions): Shard {
  const { rowsPerShard, rowsPerGroup, combinations, hasOffsetIndex } = options
  const groups = Array.from({ length: rowsPerShard / rowsPerGroup }, (_, group) => {
    const firstRow = shard * rowsPerShard + group * rowsPerGroup
    const small = smallChunks(firstRow, combinationOf(shard, options), options)
    return new Map([...(large[shard % combinations.length]?.(firstRow) ?? []), ...small])
  })
  return planShard(groups, rowsPerGroup, hasOffsetIndex)
}
