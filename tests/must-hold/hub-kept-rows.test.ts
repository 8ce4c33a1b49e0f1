import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it, onTestFinished } from 'vitest'
import { faultOf } from '../support/fault-of.ts'
import { everything, openIndexed } from '../support/hub-bench.ts'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { buildShard } from '../support/runs-parquet.ts'

const BODY = 80_000

/** Two row groups of 20 rows; single rows can be fetched. */
const paged = () => ({ 'data/train-00000.parquet': buildShard({ name: 'run', count: 40, bodySize: BODY }) })

describe('what the cache lets go of', { timeout: 60_000 }, () => {
  it('is never a row that was decided or exported', async () => {
    const { client, hub, folder } = await openIndexed(paged())
    for (const id of ['run-1', 'run-2', 'run-3', 'run-4']) await client.example.get({ id })
    await client.review.decide({ id: 'run-1', kind: 'accept' })
    await client.review.decide({ id: 'run-3', kind: 'accept' })
    await client.review.undo({})
    const { rows } = await client.example.page({ ...everything, selection: { facets: { outcome: ['keep'] } } })
    expect(rows.map(({ id }) => id)).toContain('run-1')
    await lastEvent(await client.export.run({ target: 'tutorial', out: join(folder, 'sft') }))
    const left = new Set(rows.map(({ id }) => id))
    const { info, freedRows } = await client.cache.prune({ bytes: 0 })
    expect(info.ranges.bytes).toBe(0)
    expect(info.bodies.rows).toBe(info.bodies.keptRows)
    expect(freedRows).toBe(['run-2', 'run-4'].filter((id) => !left.has(id)).length)
    await hub.close()
    for (const id of ['run-1', 'run-3']) expect((await client.example.get({ id })).row.id).toBe(id)
  })

  it('comes back when it is opened, with the measures and the verdict it had', async () => {
    const { client, hub } = await openIndexed(paged())
    const before = await client.example.get({ id: 'run-2' })
    await client.cache.prune({ bytes: 0 })
    const { rows } = await client.example.page(everything)
    expect(rows.find(({ id }) => id === 'run-2')).toEqual(before.row)
    // Another one pushes it out of what is remembered as parsed.
    for (let n = 10; n < 20; n++) await client.example.get({ id: `run-${n}` })
    hub.forgetRequests()
    expect(await client.example.get({ id: 'run-2' })).toEqual(before)
    expect(hub.totals().bytes).toBeGreaterThan(BODY)
    expect((await client.recipe.current()).funnel.total).toBe((await client.workspace.info()).counts.measured)
  })

  it('can still be decided about without the Hub', async () => {
    const { client, hub } = await openIndexed(paged())
    const { row } = await client.example.get({ id: 'run-2' })
    await client.cache.prune({ bytes: 0 })
    await hub.close()
    const { row: after } = await client.review.decide({ id: 'run-2', kind: 'reject', contentHash: row.contentHash, reason: 'other' })
    expect(after).toMatchObject({ decision: 'reject', outcome: 'drop', isStale: false })
  })
})

describe('deciding about an example that is only indexed', { timeout: 60_000 }, () => {
  it('fetches it first: a decision is about what the row says', async () => {
    const { client } = await openIndexed(paged())
    const { row } = await client.review.decide({ id: 'run-8', kind: 'accept' })
    expect(row).toMatchObject({ isMeasured: true, decision: 'accept', isStale: false })
    expect((await client.review.history({ id: 'run-8' }))[0]?.contentHash).toBe(row.contentHash)
  })

  it('appends nothing when it cannot be fetched', async () => {
    const { client, hub } = await openIndexed(paged())
    await hub.close()
    expect(await faultOf(client.review.decide({ id: 'run-8', kind: 'accept' }))).toMatchObject({ kind: 'offline' })
    expect(await client.review.check()).toMatchObject({ ok: true, entries: 0 })
  })
})

describe('a lost analysis', { timeout: 60_000 }, () => {
  it('of which a kill kept a verdict gives it at the next start', async () => {
    const bench = await openIndexed(paged())
    await bench.client.example.get({ id: 'run-2' })
    const before = await bench.client.workspace.info()
    await bench.close()
    const analysis = await DuckDBInstance.create(join(before.path, 'analysis.duckdb'))
    const connection = await analysis.connect()
    await connection.run('UPDATE examples SET failed = NULL')
    connection.closeSync()
    analysis.closeSync()
    const again = await openWorkbench({ workspacePath: before.path, hub: bench.surroundings })
    onTestFinished(() => again.remove())
    expect((await again.client.workspace.info()).counts).toEqual(before.counts)
  })

  it('comes back with every row: fetched ones measured, the others indexed', async () => {
    const bench = await openIndexed(paged())
    await bench.client.example.get({ id: 'run-2' })
    const before = await bench.client.workspace.info()
    await bench.close()
    await rm(join(before.path, 'analysis.duckdb'))
    const again = await openWorkbench({ workspacePath: before.path, hub: bench.surroundings })
    onTestFinished(() => again.remove())
    expect((await again.client.workspace.info()).counts).toEqual(before.counts)
    expect((await again.client.example.page(everything)).rows).toHaveLength(40)
  })
})
