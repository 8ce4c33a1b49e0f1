import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '#record'
import type { FakeFile, FakeRepo } from '../../support/fake-hub/types.ts'
import { parseExample } from '../../support/rows.ts'
import { buildFolder } from '../../support/rows-on-disk.ts'
import { buildCorpus } from './build-corpus.ts'
import type { CorpusOptions } from './corpus-options.ts'

const SMALL = { shards: 6, rowsPerShard: 12, rowsPerGroup: 4, bodyBytes: 6000 }

const shardsOf = (repo: FakeRepo): FakeFile[] => repo.commits[0]?.files.filter(({ path }) => path.endsWith('.parquet')) ?? []
const corpus = (options: Partial<CorpusOptions> = {}) => shardsOf(buildCorpus({ ...SMALL, ...options }))

function aShard(options: Partial<CorpusOptions> = {}, at = 0): FakeFile {
  const shard = corpus(options)[at]
  if (!shard) throw new Error(`no shard ${at}`)
  return shard
}

/** A fake file as hyparquet reads one, counting. */
function asBuffer({ size, read }: FakeFile): AsyncBuffer & { bytes: number } {
  return {
    byteLength: size,
    bytes: 0,
    async slice(start, end = size) {
      this.bytes += end - start
      return new Uint8Array(await read(start, end)).buffer
    },
  }
}

async function rowsOf(shard: FakeFile): Promise<JsonObject[]> {
  return (await parquetReadObjects({ file: asBuffer(shard) })) as JsonObject[]
}

/** JSON without what it leaves open: one reader says null where the other says nothing. */
const said = (json: string): Json => JSON.parse(json, (_, value: unknown) => value ?? undefined) as Json

const jsonOf = (row: JsonObject): Json => JSON.parse(JSON.stringify(row)) as Json

describe.each([{ hasOffsetIndex: true }, { hasOffsetIndex: false }])('a corpus, hasOffsetIndex $hasOffsetIndex,', ({ hasOffsetIndex }) => {
  it('holds whole runs of the third release', async () => {
    const shard = aShard({ hasOffsetIndex })
    const rows = await rowsOf(shard)
    expect(rows).toHaveLength(SMALL.rowsPerShard)
    const examples = rows.map((row) => parseExample(jsonOf(row), { file: shard.path, config: 'openhands', split: 'minimax_m25' }))
    for (const example of examples) expect(example).toMatchObject({ shape: 'R3', harness: 'openhands', model: 'minimax_m25' })
    expect(examples.map(({ messages }) => messages[1]?.content.slice(0, 14))).toEqual(
      rows.map((_, n) => `Task @000000${String(n).padStart(2, '0')}`),
    )
  })

  it('reads the same to another reader', async () => {
    const shard = aShard({ hasOffsetIndex }, 5)
    const path = join(buildFolder(), 'shard.parquet')
    await writeFile(path, await shard.read(0, shard.size))
    const instance = await DuckDBInstance.create()
    const db = await instance.connect()
    const found = await db.runAndReadAll(`SELECT to_json(rows)::VARCHAR AS row FROM '${path}' AS rows`)
    db.closeSync()
    instance.closeSync()
    expect(found.getRowObjects().map(({ row }) => said(String(row)))).toEqual((await rowsOf(shard)).map((row) => said(JSON.stringify(row))))
  })

  it('says where its pages are, or does not', async () => {
    const { row_groups } = await parquetMetadataAsync(asBuffer(aShard({ hasOffsetIndex })))
    const columns = row_groups.flatMap((group) => group.columns)
    expect(row_groups).toHaveLength(3)
    expect(columns.every((column) => (column.offset_index_offset !== undefined) === hasOffsetIndex)).toBe(true)
  })
})

it('makes any part of a shard as the whole has it', async () => {
  const shard = aShard()
  const whole = Buffer.from(await shard.read(0, shard.size))
  const place = fc.nat({ max: shard.size })
  await fc.assert(
    fc.asyncProperty(place, place, async (one, other) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)]
      expect(whole.subarray(start, end).equals(await shard.read(start, end))).toBe(true)
    }),
  )
})

it('reads a row by its pages', async () => {
  const file = asBuffer(aShard({ rowsPerShard: 240, rowsPerGroup: 240, bodyBytes: 100_000 }))
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: 65_536 })
  file.bytes = 0
  const columns = ['trajectory_id', 'messages']
  await parquetReadObjects({ file, metadata, columns, rowStart: 100, rowEnd: 101, useOffsetIndex: true })
  expect(file.bytes).toBeLessThan(1_000_000)
})

it('gives trajectories the size they are asked to have', async () => {
  const shard = aShard({ bodyBytes: 50_000 })
  const sizes = (await rowsOf(shard)).map(({ messages }) => JSON.stringify(messages).length)
  expect(Math.min(...sizes)).toBeGreaterThan(45_000)
  expect(Math.max(...sizes)).toBeLessThan(60_000)
})

it('never names two trajectories alike', async () => {
  const rows = (await Promise.all(corpus().map(rowsOf))).flat()
  expect(new Set(rows.map((row) => row.trajectory_id)).size).toBe(SMALL.shards * SMALL.rowsPerShard)
  expect(new Set(rows.map((row) => row.language)).size).toBeGreaterThan(4)
  expect(new Set(rows.map((row) => row.resolved))).toEqual(new Set([-1, 0, 1]))
})

it('is the same again from the same seed, and another from another', async () => {
  expect(buildCorpus(SMALL).commits[0]?.sha).toBe(buildCorpus(SMALL).commits[0]?.sha)
  expect(await rowsOf(aShard())).toEqual(await rowsOf(aShard()))
  expect(await rowsOf(aShard({ seed: 2 }))).not.toEqual(await rowsOf(aShard()))
  expect(aShard({ seed: 2 }).etag).not.toBe(aShard().etag)
})

it('deals its shards out to four combinations', () => {
  expect(corpus().map(({ path }) => path)).toEqual([
    'data/openhands/minimax_m25/swe/train-00000-of-00002.parquet',
    'data/openhands/qwen35_122b/swe/train-00000-of-00002.parquet',
    'data/sweagent/minimax_m25/swe/train-00000-of-00001.parquet',
    'data/sweagent/qwen35_122b/swe/train-00000-of-00001.parquet',
    'data/openhands/minimax_m25/swe/train-00001-of-00002.parquet',
    'data/openhands/qwen35_122b/swe/train-00001-of-00002.parquet',
  ])
})

it('lists its configs and splits on its card', async () => {
  const card = buildCorpus(SMALL).commits[0]?.files[0]
  expect(Buffer.from((await card?.read(0, card.size)) ?? []).toString()).toContain(
    '- config_name: sweagent\n  data_files:\n  - split: minimax_m25\n    path: data/sweagent/minimax_m25/swe/train-*.parquet\n',
  )
})

it.each([
  [{ rowsPerGroup: 5 }, 'rowsPerGroup 5 does not divide rowsPerShard 12'],
  [{ shards: 3 }, '3 shards are fewer than 4 combinations'],
])('refuses %j', (options, message) => {
  expect(() => corpus(options)).toThrow(message)
})
