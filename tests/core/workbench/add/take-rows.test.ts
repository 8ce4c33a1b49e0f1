import { describe, expect, it, onTestFinished } from 'vitest'
import { everything, openHubBench, RUNS } from '../../../support/hub-bench.ts'
import { lastEvent, openWorkbench } from '../../../support/open-workbench.ts'
import { buildR3 } from '../../../support/rows.ts'
import { asJsonl, buildFolder } from '../../../support/rows-on-disk.ts'
import { buildShard } from '../../../support/runs-parquet.ts'

type Bench = Awaited<ReturnType<typeof openWorkbench>>
type Input = Parameters<Bench['client']['source']['add']>[0]

/** A shard of one combination of harness and model. */
const place = (harness: string, model: string, shard: number) => `data/${harness}/${model}/set/train-${shard}.parquet`
const shard = (name: string, count: number, hasPages = true) => buildShard({ name, count, bodySize: 2_000, rowGroupSize: 4, hasPages })

/** Two combinations: one of two shards of ten rows, one of a single shard of six. */
const files = (hasPages = true) => ({
  [place('openhands', 'a', 0)]: shard('oh0', 10, hasPages),
  [place('openhands', 'a', 1)]: shard('oh1', 10, hasPages),
  [place('sweagent', 'a', 0)]: shard('swe', 6, hasPages),
})

async function openBench(): Promise<Bench> {
  const bench = await openWorkbench()
  onTestFinished(() => bench.remove())
  return bench
}

async function add({ client }: Pick<Bench, 'client'>, input: Input) {
  const done = await lastEvent(await client.source.add(input))
  if (done?.kind !== 'done') throw new Error('the add did not end')
  const { rows } = await client.example.page({ ...everything, selection: { facets: { measured: ['measured'] } } })
  return { result: done.result, ids: rows.map(({ id }) => id).sort() }
}

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}-${n}`)

describe('a take of the first rows', { timeout: 60_000 }, () => {
  it('goes through the shards of every combination in file order, and says which came short', async () => {
    const { result, ids } = await add(await openBench(), { source: buildFolder(files()), take: 12 })
    expect(ids).toEqual([...numbered('oh0', 10), 'oh1-0', 'oh1-1', ...numbered('swe', 6)].sort())
    expect(result.notes).toEqual([expect.stringMatching(/has 6 rows that are examples; 12 were asked for/)])
  })

  it('goes on where a smaller one ended, and reads nothing that is there', async () => {
    const bench = await openHubBench(files())
    await add(bench, { source: RUNS, take: 3 })
    bench.hub.forgetRequests()
    const again = await add(bench, { source: RUNS, take: 3 })
    expect([again.result.examples, bench.hub.requests().filter(({ host }) => host === 'content')]).toEqual([6, []])
    expect((await add(bench, { source: RUNS, take: 5 })).ids).toEqual([...numbered('oh0', 5), ...numbered('swe', 5)].sort())
  })

  it('makes up for rows that are no examples, in files that only reading divides too', async () => {
    const rows = [{ strange: 1 }, ...['a', 'b', 'c', 'd'].map((id) => buildR3({ trajectory_id: id }))]
    const folder = buildFolder({ '1.jsonl': asJsonl(rows), '2.jsonl': `\n\n${asJsonl([buildR3({ trajectory_id: 'e' })])}` })
    expect(await add(await openBench(), { source: folder, take: 3 })).toMatchObject({ ids: ['a', 'b', 'c'], result: { rejectedCount: 1 } })
    expect((await add(await openBench(), { source: folder, take: 5 })).ids).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('then reads the rest when it is added whole', async () => {
    const bench = await openBench()
    const folder = buildFolder({ ...files(), 'more.jsonl': asJsonl(['x', 'y', 'z'].map((id) => buildR3({ trajectory_id: id }))) })
    await add(bench, { source: folder, take: 2 })
    expect((await add(bench, { source: folder })).result).toMatchObject({ examples: 29, measured: 29, rejected: [] })
    expect((await bench.client.source.list())[0]).toMatchObject({ isComplete: true, isIndexed: true })
  })

  it('of one config is a take of that config alone', async () => {
    const { ids } = await add(await openBench(), { source: buildFolder(files()), take: 2, split: 'sweagent' })
    expect(ids).toEqual(['swe-0', 'swe-1'])
  })
})

describe('a seeded sample', { timeout: 60_000 }, () => {
  it.each([true, false])('is the same from the Hub as from a folder (single rows: %s)', async (hasPages) => {
    const local = await add(await openBench(), { source: buildFolder(files(hasPages)), take: 5, seed: 7 })
    const remote = await add(await openHubBench(files(hasPages)), { source: RUNS, take: 5, seed: 7 })
    expect(remote.ids).toEqual(local.ids)
    expect(remote.ids).toHaveLength(10)
  })

  it('is another for another seed, and contains the smaller one of the same seed', async () => {
    const folder = buildFolder(files())
    const draw = async (take: number, seed: number) => (await add(await openBench(), { source: folder, take, seed })).ids
    const five = await draw(5, 1)
    expect(five).not.toEqual(await draw(5, 2))
    expect(await draw(6, 1)).toEqual(expect.arrayContaining(five))
  })

  it('is drawn from JSON Lines too, blank and broken lines left out', async () => {
    const lines = Array.from({ length: 30 }, (_, n) =>
      n % 3 === 0 ? '' : n === 7 ? '{' : JSON.stringify(buildR3({ trajectory_id: `r${n}` })),
    )
    const folder = buildFolder({ 'rows.jsonl': lines.join('\n') })
    const first = await add(await openBench(), { source: folder, take: 8, seed: 3 })
    expect(first.ids).toHaveLength(8)
    expect((await add(await openBench(), { source: folder, take: 8, seed: 3 })).ids).toEqual(first.ids)
    expect((await add(await openBench(), { source: folder, take: 50, seed: 3 })).ids).toHaveLength(19)
  })

  it('draws the next rows when a shard cannot be had', async () => {
    const bench = await openHubBench(files())
    bench.hub.misbehave({ mishap: { kind: 'missing' }, match: /openhands\/a\/set\/train-0/ })
    const { ids, result } = await add(bench, { source: RUNS, take: 5, seed: 7 })
    expect(ids.filter((id) => id.startsWith('oh1'))).toHaveLength(5)
    expect(result).toMatchObject({ examples: 10, rejectedCount: 1 })
  })
})
