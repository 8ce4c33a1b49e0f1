import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { folderRepo } from '../support/fake-hub/folder-repo.ts'
import { startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import { faultOf } from '../support/fault-of.ts'
import { everything, openIndexed, RUNS, until } from '../support/hub-bench.ts'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { buildMessage, buildR3 } from '../support/rows.ts'
import { asJsonl, buildFolder } from '../support/rows-on-disk.ts'
import { buildShard } from '../support/runs-parquet.ts'
import { hasSharedData, sharedData } from '../support/shared-rows.ts'

const KILOBYTE = 1024
const BODY = 80_000

/** Two row groups of 20 rows; single rows can be fetched. */
const paged = () => ({ 'data/train-00000.parquet': buildShard({ name: 'run', count: 40, bodySize: BODY }) })
/** The same without an offset index: a row comes with its row group. */
const grouped = (bodySize = 20_000) => ({
  'data/train-00000.parquet': buildShard({ name: 'run', count: 40, bodySize, hasPages: false }),
})

describe('opening an example that is only indexed', { timeout: 60_000 }, () => {
  it('fetches at most its pages and 64 kB', async () => {
    const { client, hub } = await openIndexed(paged())
    const detail = await client.example.get({ id: 'run-27' })
    expect(detail.messages[0]?.content.text).toBe('Fix run-27.')
    expect(hub.totals().bytes).toBeGreaterThan(BODY)
    expect(hub.totals().bytes).toBeLessThan(BODY + 64 * KILOBYTE)
  })

  it('measures and judges it, and counts it in the funnel', async () => {
    const { client } = await openIndexed(paged())
    expect((await client.workspace.info()).counts).toMatchObject({ indexed: 40, measured: 0 })
    const { row } = await client.example.get({ id: 'run-27' })
    expect(row.isMeasured).toBe(true)
    expect(row.verdict).not.toBeNull()
    expect(row.contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect((await client.workspace.info()).counts).toMatchObject({ indexed: 40, measured: 1 })
    expect((await client.recipe.current()).funnel.total).toBe(1)
  })

  it('fetches nothing the second time', async () => {
    const { client, hub } = await openIndexed(paged())
    await client.example.get({ id: 'run-27' })
    hub.forgetRequests()
    await client.example.get({ id: 'run-27' })
    await client.example.raw({ id: 'run-27', offset: 0, limit: 1000 })
    await client.example.find({ id: 'run-27', query: 'Fix' })
    expect(hub.totals()).toEqual({ requests: 0, bytes: 0 })
  })

  it('shows what was fetched when the Hub is out of reach, also to the next program', async () => {
    const bench = await openIndexed(paged())
    const { path } = await bench.client.workspace.info()
    const before = await bench.client.example.get({ id: 'run-27' })
    await bench.hub.close()
    await bench.close()
    const again = await openWorkbench({ workspacePath: path, hub: bench.surroundings })
    onTestFinished(() => again.remove())
    expect(await again.client.example.get({ id: 'run-27' })).toEqual(before)
  })

  it('says what is missing when the Hub is out of reach, and that the rest stays', async () => {
    const { client, hub } = await openIndexed(paged())
    await client.example.get({ id: 'run-1' })
    await hub.close()
    const fault = await faultOf(client.example.get({ id: 'run-27' }))
    expect(fault).toMatchObject({ kind: 'offline', message: expect.stringContaining('run-27') })
    expect(fault.remedy).toContain('stays readable')
    expect((await client.example.get({ id: 'run-1' })).row.isMeasured).toBe(true)
  })

  it('fetches once what two ask for at once', async () => {
    const { client, hub } = await openIndexed(paged())
    await client.example.get({ id: 'run-30' })
    const alone = hub.totals().requests
    hub.forgetRequests()
    const [one, other] = await Promise.all([client.example.get({ id: 'run-5' }), client.example.get({ id: 'run-5' })])
    expect(one).toEqual(other)
    expect(hub.totals().requests).toBeLessThanOrEqual(alone)
    expect(hub.totals().bytes).toBeLessThan(BODY + 64 * KILOBYTE)
  })

  it('goes on for the one who stays when the other leaves', async () => {
    const { client } = await openIndexed(paged())
    const leaving = new AbortController()
    const left = client.example.get({ id: 'run-5' }, { signal: leaving.signal })
    const stayed = client.example.get({ id: 'run-5' })
    leaving.abort()
    await expect(left).rejects.toThrow()
    expect((await stayed).row.isMeasured).toBe(true)
  })

  it('leaves when nobody waits any more, though the Hub says nothing', async () => {
    const { client, hub } = await openIndexed(paged())
    hub.misbehave({ mishap: { kind: 'stall', after: 0 } })
    const leaving = new AbortController()
    const left = client.example.get({ id: 'run-5' }, { signal: leaving.signal })
    await until(async () => hub.totals().requests > 0)
    leaving.abort()
    await expect(left).rejects.toThrow()
    hub.misbehave()
    expect((await client.example.get({ id: 'run-5' })).row.isMeasured).toBe(true)
  })

  it('ends with the workspace', async () => {
    const { client, hub, close } = await openIndexed(paged())
    hub.misbehave({ mishap: { kind: 'stall', after: 0 } })
    const waiting = faultOf(client.example.get({ id: 'run-5' }))
    await until(async () => hub.totals().requests > 0)
    await close()
    expect(await waiting).toMatchObject({ kind: 'cancelled' })
  })

  it('is not held up by an add', async () => {
    const { client } = await openIndexed(paged())
    const long = 'The list is empty. '.repeat(3_000)
    const rows = Array.from({ length: 400 }, (_, n) =>
      buildR3({ trajectory_id: `local-${n}`, messages: [buildMessage('user', `${n} ${long}`)] }),
    )
    const order: string[] = []
    let isUnderWay = false
    const add = async () => {
      for await (const event of await client.source.add({ source: buildFolder({ 'rows.jsonl': asJsonl(rows) }) })) {
        isUnderWay ||= event.kind === 'progress'
      }
      order.push('added')
    }
    const adding = add()
    await until(async () => isUnderWay)
    await client.example.get({ id: 'run-7' })
    order.push('opened')
    await adding
    expect(order).toEqual(['opened', 'added'])
  })
})

describe('a file without an offset index', { timeout: 60_000 }, () => {
  it('gives the asked row first and stores its row group behind it, with one fetch of its bytes', async () => {
    const { client, hub } = await openIndexed(grouped())
    await client.example.get({ id: 'run-27' })
    await until(async () => (await client.workspace.info()).counts.measured === 20)
    await hub.close()
    expect((await client.example.get({ id: 'run-39' })).messages[0]?.content.text).toBe('Fix run-39.')
    expect(await faultOf(client.example.get({ id: 'run-3' }))).toMatchObject({ kind: 'offline' })
    expect(hub.totals().bytes).toBeLessThan(20 * 20_000 + 64 * KILOBYTE)
  })

  it('fetches the bytes once for two rows of one group', async () => {
    const { client, hub } = await openIndexed(grouped())
    await Promise.all([client.example.get({ id: 'run-27' }), client.example.get({ id: 'run-31' })])
    expect(hub.totals().bytes).toBeLessThan(20 * 20_000 + 64 * KILOBYTE)
  })

  it('closes while the rest of a group is being stored', async () => {
    const { client, close } = await openIndexed(grouped(100_000))
    await client.example.get({ id: 'run-27' })
    await close()
  })
})

describe.skipIf(!hasSharedData)('real rows that are opened one by one', { timeout: 120_000 }, () => {
  it('read as they do from disk', async () => {
    const bench = await openWorkbench()
    const hub = await startFakeHub({ repos: [await folderRepo('owner/runs', join(sharedData, 'hub-r3'))] })
    const far = await openWorkbench({ hub: { url: hub.url, proxy: null, token: () => null } })
    onTestFinished(async () => {
      await Promise.all([bench.remove(), far.remove()])
      await hub.close()
    })
    await lastEvent(await bench.client.source.add({ source: join(sharedData, 'hub-r3') }))
    await lastEvent(await far.client.source.add({ source: RUNS, indexOnly: true }))
    const { rows, total } = await bench.client.example.page(everything)
    expect((await far.client.example.page(everything)).total).toBe(total)
    for (const { id } of rows.filter((_, n) => n % 25 === 0)) {
      const near = await bench.client.example.get({ id })
      const fetched = await far.client.example.get({ id })
      expect(fetched).toEqual({ ...near, ref: fetched.ref })
    }
  })
})
