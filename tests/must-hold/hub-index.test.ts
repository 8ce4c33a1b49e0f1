import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCorpus, combinationOf } from '../bench/corpus/build-corpus.ts'
import { corpusOptions } from '../bench/corpus/corpus-options.ts'
import { corpusRow } from '../bench/corpus/corpus-row.ts'
import { startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import type { FakeHub } from '../support/fake-hub/types.ts'
import { openWorkbench } from '../support/open-workbench.ts'

const SHARDS = 20
const ROWS_PER_SHARD = 2400
const ROWS_PER_GROUP = 240
const SIZE = { shards: SHARDS, rowsPerShard: ROWS_PER_SHARD, rowsPerGroup: ROWS_PER_GROUP }
const ROWS = SHARDS * ROWS_PER_SHARD
const GROUPS = ROWS / ROWS_PER_GROUP
/** What the table calls them. */
const LABELS = new Map([
  [1, 'resolved'],
  [0, 'failed'],
  [-1, 'none'],
])
const PAGE = { selection: {}, sort: null, offset: 0, limit: 100 }

/** A tenth of the published corpus; all of it is a figure of docs/performance.md. */
describe('indexing 48,000 rows of 100 kB', { timeout: 300_000 }, () => {
  const corpus = buildCorpus(SIZE)
  const corpusBytes = corpus.commits.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0)
  let hub: FakeHub
  let bench: Awaited<ReturnType<typeof openWorkbench>>
  let examples = 0
  /** Rows in the table each time somebody looked while they came. */
  const seen: { total: number; rows: number }[] = []

  beforeAll(async () => {
    hub = await startFakeHub({ repos: [corpus] })
    bench = await openWorkbench({ hub: { url: hub.url, proxy: null, token: () => null } })
    for await (const event of await bench.client.source.add({ source: `hf://datasets/${corpus.id}`, indexOnly: true })) {
      if (event.kind === 'done') examples = event.result.examples
      if (event.kind !== 'progress' || event.rows === 0) continue
      const page = await bench.client.example.page(PAGE)
      seen.push({ total: page.total, rows: page.rows.length })
    }
  }, 300_000)
  afterAll(async () => {
    await bench.remove()
    await hub.close()
  })

  it('puts every row into the table', async () => {
    expect(examples).toBe(ROWS)
    expect((await bench.client.example.page(PAGE)).total).toBe(ROWS)
    expect((await bench.client.workspace.info()).counts).toMatchObject({ indexed: ROWS, measured: 0 })
  })

  it('fetches at most 0.5 % of the bytes', () => {
    expect(corpusBytes).toBeGreaterThan(ROWS * 100_000)
    expect(hub.totals().bytes).toBeLessThanOrEqual(corpusBytes * 0.005)
  })

  it('asks at most twice a shard and twice a row group, redirects among them', () => {
    const forFiles = hub.requests().filter(({ host, url }) => host === 'content' || url.endsWith('.parquet'))
    expect(forFiles.length).toBeLessThanOrEqual(2 * SHARDS + 2 * GROUPS)
  })

  it('lists the first rows long before the last have come', () => {
    const early = seen.find(({ total }) => total >= 1000)
    expect(early?.rows).toBe(PAGE.limit)
    expect(early?.total).toBeLessThan(ROWS / 4)
  })

  it('counts languages and labels over the whole corpus', async () => {
    const { counts } = await bench.client.example.facets({ selection: {} })
    const countsOf = (facet: 'language' | 'label') => Object.fromEntries((counts[facet] ?? []).map(({ value, count }) => [value, count]))
    const rows = Array.from({ length: SHARDS }, (_, shard) => shard).flatMap(rowsOfShard)
    expect(countsOf('language')).toEqual(tally(rows.map(({ language }) => language)))
    expect(countsOf('label')).toEqual(tally(rows.map(({ resolved }) => LABELS.get(resolved) ?? '')))
  })

  it('leaves every trajectory and patch where it is', async () => {
    const { rows } = await bench.client.example.page(PAGE)
    expect(rows.every(({ isMeasured, contentHash }) => !isMeasured && contentHash === '')).toBe(true)
    const largest = Math.max(...hub.requests().map(({ bytes }) => bytes))
    // A fiftieth of a row group's trajectories; the end of a file with its footer is the largest.
    expect(largest).toBeLessThan(ROWS_PER_GROUP * 2000)
  })
})

function rowsOfShard(shard: number) {
  const options = corpusOptions(SIZE)
  const first = shard * ROWS_PER_SHARD
  return Array.from({ length: ROWS_PER_SHARD }, (_, at) => corpusRow(first + at, combinationOf(shard, options), options))
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
