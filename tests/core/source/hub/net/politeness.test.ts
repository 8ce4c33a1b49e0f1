import { describe, expect, it } from 'vitest'
import { rejectedFault } from '../thrown-fault.ts'
import { connect, hubWith, LARGE, take } from './connect.ts'
import { handMadeHub, partOf } from './hand-made-hub.ts'

describe('a connection is polite', () => {
  it('has no more requests on their way than its lanes', async () => {
    let running = 0
    let most = 0
    const hub = await handMadeHub(async (request, response) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      response.once('close', () => running--)
      partOf(LARGE, request, response)
    })
    const { connection } = connect(hub, { maxRequests: 3 })
    await Promise.all(Array.from({ length: 30 }, (_, index) => take(connection, LARGE, index, index + 1)))
    expect(most).toBe(3)
  })

  it('waits as long as Retry-After says, in seconds', async () => {
    const hub = await hubWith()
    const { connection, naps } = connect(hub, { random: () => 0 })
    hub.misbehave({ mishap: { kind: 'status', status: 503, retryAfter: 7 }, times: 1 })
    await take(connection, LARGE, 0, 10)
    expect(naps).toEqual([7000])
  })

  it('waits until the date that Retry-After names', async () => {
    const at = new Date(Date.now() + 60_000).toUTCString()
    const hub = await handMadeHub((request, response, count) => {
      if (count === 1) response.writeHead(429, { 'Retry-After': at }).end()
      else partOf(LARGE, request, response)
    })
    const { connection, naps } = connect(hub, { random: () => 0 })
    await take(connection, LARGE, 0, 10)
    expect(naps).toHaveLength(1)
    expect(naps[0]).toBeGreaterThan(50_000)
    expect(naps[0]).toBeLessThanOrEqual(60_000)
  })

  it('never waits longer than five minutes at once', async () => {
    const hub = await hubWith()
    const { connection, naps } = connect(hub, { random: () => 0 })
    hub.misbehave({ mishap: { kind: 'status', status: 503, retryAfter: 1e9 }, times: 1 })
    await take(connection, LARGE, 0, 10)
    expect(naps).toEqual([300_000])
  })

  it('holds everything back after a 429, not only who got it', async () => {
    const hub = await hubWith()
    let wake = () => {}
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    const { connection } = connect(hub, { sleep: () => woken })
    await take(connection, LARGE, 0, 10)
    hub.misbehave({ mishap: { kind: 'status', status: 429, retryAfter: 120 }, times: 1 })
    const first = take(connection, LARGE, 0, 10)
    while (hub.totals().requests < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, 50))
    const others = Promise.all(Array.from({ length: 5 }, (_, index) => take(connection, LARGE, index, index + 1)))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(hub.totals().requests).toBe(3)
    wake()
    await Promise.all([first, others])
    expect(hub.totals().requests).toBe(3 + 6)
  })

  it('says how long it should have waited when the limit lasts', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    hub.misbehave({ mishap: { kind: 'status', status: 429, retryAfter: 42 } })
    const fault = await rejectedFault(take(connection, LARGE, 0, 10))
    expect(fault).toMatchObject({
      kind: 'offline',
      message: expect.stringMatching(/429.*42 seconds/),
      remedy: expect.stringContaining('token'),
    })
    expect(hub.totals().requests).toBe(6)
  })

  it('asks for bytes as they are, and refuses packed ones in a range', async () => {
    const encodings: unknown[] = []
    const hub = await handMadeHub((request, response) => {
      encodings.push(request.headers['accept-encoding'])
      partOf(LARGE, request, response, { 'Content-Encoding': 'gzip' })
    })
    const fault = await rejectedFault(take(connect(hub, { tries: 2 }).connection, LARGE, 0, 10))
    expect(fault.message).toContain('gzip')
    expect(encodings).toEqual(['identity', 'identity'])
  })
})
