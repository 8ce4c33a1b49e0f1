import { describe, expect, it } from 'vitest'
import { faultOf } from '../../../support/fault-of.ts'
import { openIndexed } from '../../../support/hub-bench.ts'
import { lastEvent } from '../../../support/open-workbench.ts'
import { buildShard } from '../../../support/runs-parquet.ts'

const shard = () => ({ 'data/train-00000.parquet': buildShard({ name: 'run', count: 40 }) })
/** Keeps half of the rows. */
const RESOLVED = 'name: resolved\nsteps:\n  - rule: resolved-label\n    keep: [1]\n'
const kept = { facets: { outcome: ['keep'] } }

describe('the cache', { timeout: 60_000 }, () => {
  it('tells what it holds, and lets go of pieces of files before rows', async () => {
    const { client } = await openIndexed(shard())
    await lastEvent(await client.measure.run({ selection: {}, limit: 10 }))
    const before = await client.cache.info()
    expect(before).toMatchObject({ budgetBytes: 20_000_000_000, bodies: { rows: 10, keptRows: 0 } })
    expect(before.ranges.bytes).toBeGreaterThan(0)
    const pruned = await client.cache.prune({ bytes: before.bodies.bytes })
    expect(pruned).toMatchObject({ freedRows: 0, info: { ranges: { files: 0, bytes: 0 }, bodies: { rows: 10 } } })
    expect(pruned.freedBytes).toBe(before.ranges.bytes)
    const rest = await client.cache.prune({ bytes: before.bodies.bytes / 2 })
    expect(rest.info.bodies.bytes).toBeLessThanOrEqual(before.bodies.bytes / 2)
    expect(rest.freedRows).toBe(10 - rest.info.bodies.rows)
  })

  it('lets go of the rows looked at longest ago', async () => {
    const { client } = await openIndexed(shard())
    for (const id of ['run-1', 'run-2', 'run-3']) await client.example.get({ id })
    await client.example.get({ id: 'run-1' })
    const { bodies } = await client.cache.info()
    await client.cache.prune({ bytes: bodies.bytes - 1 })
    const { sources } = await client.workspace.info()
    expect(sources[0]?.bodies).toBe(2)
    await lastEvent(await client.measure.run({ selection: {}, limit: 1 }))
    const before = await client.cache.info()
    await client.example.get({ id: 'run-1' })
    expect((await client.cache.info()).bodies.rows).toBe(before.bodies.rows)
  })

  it('stays below its budget by itself', async () => {
    const { client } = await openIndexed(shard())
    await client.settings.set({ cacheBytes: 200_000 })
    await lastEvent(await client.measure.run({ selection: {} }))
    const { ranges, bodies, budgetBytes } = await client.cache.info()
    expect(budgetBytes).toBe(200_000)
    expect(ranges.bytes + bodies.bytes - bodies.keptBytes).toBeLessThanOrEqual(200_000)
    expect((await client.workspace.info()).counts).toMatchObject({ indexed: 40, measured: 40 })
  })

  it('stays near its budget while rows come in, not only at the end', async () => {
    const bodySize = 4_000
    const { client } = await openIndexed({ 'train.parquet': buildShard({ name: 'run', count: 400, bodySize, rowGroupSize: 50 }) })
    const budget = 200_000
    await client.settings.set({ cacheBytes: budget })
    const held: number[] = []
    for await (const { kind } of await client.measure.run({ selection: {} }))
      if (kind === 'progress') held.push((await client.cache.info()).bodies.bytes)
    // Packed, a row is more than half as long; 64 rows come between two looks, and a batch of them at a time.
    expect(Math.max(...held)).toBeLessThan(budget + 3 * 64 * bodySize * 0.75)
    expect((await client.workspace.info()).counts).toMatchObject({ indexed: 400, measured: 400 })
  })
})

describe('exporting rows that were let go of', { timeout: 60_000 }, () => {
  it('fetches them again, and keeps them from then on', async () => {
    const { client, folder } = await openIndexed(shard())
    await client.recipe.apply({ text: RESOLVED })
    await lastEvent(await client.measure.run({ selection: {} }))
    await client.cache.prune({ bytes: 0 })
    const { total } = await client.example.page({ selection: kept, sort: null, offset: 0, limit: 1 })
    expect(total).toBeGreaterThan(0)
    const done = await lastEvent(await client.export.run({ target: 'tutorial', out: `${folder}/sft` }))
    expect(done).toMatchObject({ kind: 'done', result: { examples: total } })
    expect((await client.cache.prune({ bytes: 0 })).info.bodies).toMatchObject({ rows: total, keptRows: total })
  })

  it('says how many are missing when the Hub is out of reach, and writes nothing', async () => {
    const { client, folder, hub } = await openIndexed(shard())
    await client.recipe.apply({ text: RESOLVED })
    await lastEvent(await client.measure.run({ selection: {} }))
    await client.cache.prune({ bytes: 0 })
    const { total } = await client.example.page({ selection: kept, sort: null, offset: 0, limit: 1 })
    await hub.close()
    const run = async () => lastEvent(await client.export.run({ target: 'tutorial', out: `${folder}/sft` }))
    const fault = await faultOf(run())
    expect(fault).toMatchObject({ kind: 'offline', message: expect.stringContaining(`${total} examples`) })
    expect(await client.export.history()).toEqual([])
  })
})
