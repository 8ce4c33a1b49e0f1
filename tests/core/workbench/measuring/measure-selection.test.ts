import { describe, expect, it } from 'vitest'
import { faultOf } from '../../../support/fault-of.ts'
import { everything, openIndexed } from '../../../support/hub-bench.ts'
import { lastEvent } from '../../../support/open-workbench.ts'
import { buildShard } from '../../../support/runs-parquet.ts'

const shards = (hasPages = true) => ({
  'data/train-00000.parquet': buildShard({ name: 'a', count: 40, hasPages }),
  'data/train-00001.parquet': buildShard({ name: 'b', count: 40, hasPages }),
})

describe('measuring a selection', { timeout: 60_000 }, () => {
  it.each([
    ['with an offset index', true],
    ['without one', false],
  ])('measures every row of it and nothing else, in files %s', async (_, hasPages) => {
    const { client } = await openIndexed(shards(hasPages))
    const done = await lastEvent(await client.measure.run({ selection: { facets: { language: ['go'] } } }))
    expect(done).toMatchObject({ kind: 'done', measured: 40, failedCount: 0, failed: [] })
    const { rows } = await client.example.page(everything)
    expect(rows.filter(({ isMeasured }) => isMeasured).every(({ language }) => language === 'go')).toBe(true)
    expect(rows.filter(({ verdict }) => verdict !== null)).toHaveLength(40)
    expect((await client.recipe.current()).funnel.total).toBe(40)
  })

  it('stops at the limit, and goes on from there the next time', async () => {
    const { client } = await openIndexed(shards())
    expect(await lastEvent(await client.measure.run({ selection: {}, limit: 15 }))).toMatchObject({ measured: 15 })
    expect(await lastEvent(await client.measure.run({ selection: {}, limit: 50 }))).toMatchObject({ measured: 50 })
    expect(await lastEvent(await client.measure.run({ selection: {} }))).toMatchObject({ measured: 15 })
    expect(await lastEvent(await client.measure.run({ selection: {} }))).toMatchObject({ measured: 0, requests: 0 })
  })

  it('tells how far it is, and what went over the wire', async () => {
    const { client, hub } = await openIndexed(shards())
    const events = []
    for await (const event of await client.measure.run({ selection: {} })) events.push(event)
    expect(events[0]).toEqual({ kind: 'started', total: 80 })
    const counts = events.filter((event) => event.kind === 'progress').map(({ done }) => done)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(counts.at(-1)).toBe(80)
    const { requests, bytes } = hub.totals()
    expect(events.at(-1)).toMatchObject({ kind: 'done', requests, bytesFetched: bytes })
    expect((await client.workspace.info()).jobs).toEqual([])
  })

  it('lists the rows of a file that is gone, and goes on with the others', async () => {
    const { client, hub, requestsFor } = await openIndexed(shards())
    hub.misbehave({ mishap: { kind: 'missing' }, match: requestsFor('data/train-00000.parquet') })
    const done = await lastEvent(await client.measure.run({ selection: {} }))
    if (done?.kind !== 'done') throw new Error('it did not end')
    expect(done).toMatchObject({ measured: 40, failedCount: 40 })
    expect(done.failed.every(({ id, reason }) => id.startsWith('a-') && reason.includes('train-00000'))).toBe(true)
  })

  it('ends within a second when it is cancelled, though the Hub says nothing, and keeps what it has', async () => {
    const { client, hub, requestsFor } = await openIndexed(shards())
    hub.misbehave({ mishap: { kind: 'stall', after: 10 }, match: requestsFor('data/train-00001.parquet') })
    const stop = new AbortController()
    let stoppedAt = 0
    const run = async (): Promise<void> => {
      for await (const event of await client.measure.run({ selection: {} }, { signal: stop.signal })) {
        if (event.kind !== 'progress' || event.done < 40 || stoppedAt > 0) continue
        stoppedAt = performance.now()
        stop.abort()
      }
    }
    expect(await faultOf(run())).toMatchObject({ kind: 'cancelled' })
    expect(performance.now() - stoppedAt).toBeLessThan(5_000)
    expect((await client.workspace.info()).counts.measured).toBe(40)
    hub.misbehave()
    expect(await lastEvent(await client.measure.run({ selection: {} }))).toMatchObject({ measured: 40 })
  })

  it('says so when the Hub is out of reach', async () => {
    const { client, hub } = await openIndexed(shards())
    await hub.close()
    const run = async () => lastEvent(await client.measure.run({ selection: {} }))
    expect(await faultOf(run())).toMatchObject({ kind: 'offline' })
  })
})
