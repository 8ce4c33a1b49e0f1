import { describe, expect, it } from 'vitest'
import { faultOf } from '../../../support/fault-of.ts'
import { everything, openHubBench, RUNS } from '../../../support/hub-bench.ts'
import { lastEvent } from '../../../support/open-workbench.ts'
import { buildR3 } from '../../../support/rows.ts'
import { asJsonl, asParquet, buildFolder } from '../../../support/rows-on-disk.ts'
import { buildShard } from '../../../support/runs-parquet.ts'

type Bench = Awaited<ReturnType<typeof openHubBench>>
type Input = Parameters<Bench['client']['source']['add']>[0]

const add = async ({ client }: Bench, input: Partial<Input> = {}) => lastEvent(await client.source.add({ source: RUNS, ...input }))
const shards = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`train-${n}.parquet`, buildShard({ name: `s${n}`, count: 10, bodySize: 3_000 })]),
  )

describe('indexing a Hub source', { timeout: 60_000 }, () => {
  it('puts every row in the table, unmeasured, for a fraction of the bytes', async () => {
    const bench = await openHubBench({ 'train.parquet': buildShard({ name: 'run', count: 60, bodySize: 50_000 }) })
    expect(await add(bench, { indexOnly: true })).toMatchObject({ result: { examples: 60, measured: 0, rejected: [] } })
    const { rows } = await bench.client.example.page(everything)
    expect(rows.every(({ isMeasured, verdict, contentHash }) => !isMeasured && verdict === null && contentHash === '')).toBe(true)
    expect(rows.map(({ language }) => language)).toContain('go')
    expect(bench.hub.totals().bytes).toBeLessThan(150_000)
    expect(await bench.client.source.list()).toMatchObject([{ isIndexed: true, isComplete: false, bodies: 0 }])
  })

  it('does nothing twice', async () => {
    const bench = await openHubBench(shards(3))
    await add(bench, { indexOnly: true })
    bench.hub.forgetRequests()
    expect(await add(bench, { indexOnly: true })).toMatchObject({ result: { examples: 30 } })
    expect(bench.hub.requests().filter(({ host }) => host === 'content')).toEqual([])
  })

  it('leaves measured rows as they are', async () => {
    const bench = await openHubBench(shards(2))
    await add(bench, { take: 5 })
    expect(await add(bench, { indexOnly: true })).toMatchObject({ result: { examples: 20, measured: 5 } })
    expect((await bench.client.recipe.current()).funnel.total).toBe(5)
    expect(await add(bench)).toMatchObject({ result: { examples: 20, measured: 20 } })
  })

  it('goes on without a file that cannot be had, lists it, and has it once it can', async () => {
    const bench = await openHubBench(shards(3))
    bench.hub.misbehave({ mishap: { kind: 'missing' }, match: bench.requestsFor('train-1.parquet') })
    expect(await add(bench, { indexOnly: true })).toMatchObject({
      result: { examples: 20, rejectedCount: 1, rejected: [{ where: 'train-1.parquet' }] },
    })
    bench.hub.misbehave()
    expect(await add(bench, { indexOnly: true })).toMatchObject({ result: { examples: 30, rejectedCount: 0, rejected: [] } })
    expect(await bench.client.source.list()).toMatchObject([{ isIndexed: true }])
  })

  it('says of JSON Lines that they cannot be indexed, once a file and with what to do', async () => {
    const rows = ['a', 'b'].map((id) => buildR3({ trajectory_id: id }))
    const bench = await openHubBench({ ...shards(1), 'rows.jsonl': asJsonl(rows) })
    const done = await add(bench, { indexOnly: true })
    expect(done).toMatchObject({ result: { examples: 10, rejectedCount: 1, rejected: [{ where: 'rows.jsonl' }] } })
    expect(done?.kind === 'done' && done.result.rejected[0]?.reason).toContain('--take N')
    expect(await add(bench, { take: 12 })).toMatchObject({ result: { examples: 12, rejected: [] } })
  })

  it('refuses a source no shape fits before it fetches any row, with the map its columns suggest, and takes the map', async () => {
    const rows = Array.from({ length: 3 }, (_, n) => ({ id: `r${n}`, n: BigInt(n), messages: [{ role: 'user', content: 'hello' }] }))
    const bench = await openHubBench({ 'strange.parquet': asParquet(rows) })
    const described = await bench.client.source.columns({ source: RUNS })
    expect(described).toMatchObject({
      file: 'strange.parquet',
      shape: null,
      targets: expect.arrayContaining([expect.objectContaining({ name: 'messages' })]),
    })
    expect(described.columns.map(({ name }) => name)).toEqual(['id', 'n', 'messages'])
    expect(described.suggested).toMatchObject({ instance_id: 'id' })
    expect(await faultOf(add(bench, { indexOnly: true }))).toMatchObject({ kind: 'unknown-shape' })
    const map = { instance_id: 'id' }
    expect(await add(bench, { map })).toMatchObject({ result: { examples: 3, rejected: [] } })
    expect(await add(bench)).toMatchObject({ result: { examples: 3 } })
    expect(await faultOf(add(bench, { map: { instance_id: 'n' } }))).toMatchObject({ kind: 'bad-input', culprit: '--map' })
  })

  it('is refused for files on this machine, and beside a take', async () => {
    const bench = await openHubBench(shards(1))
    const local = buildFolder({ 'rows.jsonl': asJsonl([buildR3()]) })
    expect(await faultOf(add(bench, { source: local, indexOnly: true }))).toMatchObject({ kind: 'bad-input', culprit: '--index-only' })
    expect(await faultOf(add(bench, { take: 1, indexOnly: true }))).toMatchObject({ kind: 'bad-input', culprit: '--index-only' })
    expect(await bench.client.source.list()).toEqual([])
  })
})

describe('an add over a network that gives out', { timeout: 60_000 }, () => {
  it('goes on offline with what is there, and says so', async () => {
    const bench = await openHubBench(shards(1))
    await add(bench, { take: 4 })
    await bench.hub.close()
    const done = await add(bench, { take: 4 })
    expect(done).toMatchObject({ result: { examples: 4, measured: 4, bytesFetched: 0 } })
    expect(done?.kind === 'done' && done.result.notes.join()).toContain('where it was last time')
  })

  it.each<[string, Partial<Input>]>([
    ['indexing', { indexOnly: true }],
    ['reading', {}],
    ['a take', { take: 35 }],
    ['a sample', { take: 35, seed: 1 }],
  ])('stops at once while it hangs in %s, and goes on from there later', async (_, input) => {
    const bench = await openHubBench(shards(4))
    bench.hub.misbehave({ mishap: { kind: 'stall', after: 100 }, match: /train-[23]/ })
    const stop = new AbortController()
    const run = async (): Promise<void> => {
      for await (const { kind } of await bench.client.source.add({ source: RUNS, ...input }, { signal: stop.signal }))
        if (kind === 'opened') setTimeout(() => stop.abort(), 1_500)
    }
    const started = performance.now()
    expect(await faultOf(run())).toMatchObject({ kind: 'cancelled' })
    expect(performance.now() - started).toBeLessThan(8_000)
    expect((await bench.client.workspace.info()).jobs).toEqual([])
    bench.hub.misbehave()
    expect(await add(bench)).toMatchObject({ result: { examples: 40, measured: 40, rejected: [] } })
  })
})
