import { describe, expect, it } from 'vitest'
import { connect, hubWith, LARGE, take } from './connect.ts'

const CONTENT = /^\/repos\//

/** A connection with real waits and no patience to spare: whatever ends soon was ended. */
async function slowHub() {
  const hub = await hubWith()
  const { connection } = connect(hub, { stall: 60_000, maxRequests: 1 })
  return { hub, connection }
}

/** Until a request has come. */
async function asked(hub: { totals(): { requests: number } }, requests = 1): Promise<void> {
  while (hub.totals().requests < requests) await new Promise((resolve) => setTimeout(resolve, 5))
  await new Promise((resolve) => setTimeout(resolve, 50))
}

async function endsWithin(ms: number, ending: Promise<unknown>): Promise<unknown> {
  const start = performance.now()
  const error = await ending.then(
    () => expect.fail('it did not end'),
    (thrown) => thrown,
  )
  expect(performance.now() - start).toBeLessThan(ms)
  return error
}

describe('an abort ends a download within a second', () => {
  const reason = new Error('enough')

  it.each([
    ['before the head of an answer', { kind: 'stall' as const, after: 0 }, 1],
    ['in a stalled body', { kind: 'stall' as const, after: 5000 }, 2],
    ['in a slow body', { kind: 'slow' as const, bytesPerSecond: 2000 }, 2],
  ])('%s', async (_, mishap, requests) => {
    const { hub, connection } = await slowHub()
    hub.misbehave({ mishap, match: requests === 1 ? /resolve/ : CONTENT })
    const abort = new AbortController()
    const ending = take(connection, LARGE, 0, LARGE.size, abort.signal)
    ending.catch(() => {})
    await asked(hub, requests)
    abort.abort(reason)
    expect(await endsWithin(1000, ending)).toBe(reason)
    hub.misbehave()
    expect(await take(connection, LARGE, 0, 4)).toHaveLength(4)
  })

  it('waiting for a lane', async () => {
    const { hub, connection } = await slowHub()
    hub.misbehave({ mishap: { kind: 'stall', after: 0 } })
    take(connection, LARGE, 0, 10).catch(() => {})
    await asked(hub)
    const abort = new AbortController()
    const ending = take(connection, LARGE, 0, 10, abort.signal)
    setTimeout(() => abort.abort(reason), 20)
    expect(await endsWithin(1000, ending)).toBe(reason)
    expect(hub.totals().requests).toBe(1)
  })

  it.each([503, 429] as const)('waiting after a %s', async (status) => {
    const hub = await hubWith()
    const { connection } = connect(hub, { sleep: sleepForReal })
    hub.misbehave({ mishap: { kind: 'status', status, retryAfter: 60 } })
    const abort = new AbortController()
    const ending = take(connection, LARGE, 0, 10, abort.signal)
    ending.catch(() => {})
    await asked(hub)
    abort.abort(reason)
    expect(await endsWithin(1000, ending)).toBe(reason)
  })

  it('that was aborted before it began, with no request at all', async () => {
    const { hub, connection } = await slowHub()
    expect(await endsWithin(1000, take(connection, LARGE, 0, 10, AbortSignal.abort(reason)))).toBe(reason)
    expect(hub.totals().requests).toBe(0)
  })

  it('and leaves the others alone', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    hub.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 1_000_000 } })
    const abort = new AbortController()
    const ending = take(connection, LARGE, 0, LARGE.size, abort.signal)
    const other = take(connection, LARGE, 0, 200_000)
    setTimeout(() => abort.abort(reason), 50)
    await endsWithin(5000, ending)
    expect(await other).toHaveLength(200_000)
  })
})

describe('close()', () => {
  it('ends what is on its way and refuses what comes later, as aborted', async () => {
    const { hub, connection } = await slowHub()
    hub.misbehave({ mishap: { kind: 'stall', after: 5000 }, match: CONTENT })
    const ending = take(connection, LARGE)
    ending.catch(() => {})
    await asked(hub, 2)
    await connection.close()
    expect(await endsWithin(1000, ending)).toMatchObject({ name: 'AbortError' })
    expect(await endsWithin(1000, take(connection, LARGE))).toMatchObject({ name: 'AbortError' })
    expect(await endsWithin(1000, connection.fetch(hub.url))).toMatchObject({ name: 'AbortError' })
  })
})

/** The waiting of a connection that is given none. */
const sleepForReal = undefined
