import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFile } from '../../../../support/fake-hub/bytes-file.ts'
import type { Mishap, Rule } from '../../../../support/fake-hub/types.ts'
import { rejectedFault } from '../thrown-fault.ts'
import { bytesOf, COMMIT, connect, expectBytes, hubWith, idOf, LARGE, REPO, SMALL, take } from './connect.ts'
import { handMadeHub } from './hand-made-hub.ts'

const CONTENT = /^\/repos\//
const whole = bytesOf(LARGE.size)

describe('download()', () => {
  it('delivers a range of a file, by one redirect and none later', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    expectBytes(await take(connection, LARGE, 100, 200), whole.subarray(100, 200))
    expectBytes(await take(connection, LARGE, 999_990), whole.subarray(999_990))
    expect(hub.requests().map(({ host, range, status }) => [host, range, status])).toEqual([
      ['hub', 'bytes=100-199', 302],
      ['content', 'bytes=100-199', 206],
      ['content', 'bytes=999990-999999', 206],
    ])
  })

  it('delivers whole files, small ones that the Hub sends itself and names that need encoding', async () => {
    const { connection } = connect(await hubWith())
    expectBytes(await take(connection, LARGE), whole)
    expectBytes(await take(connection, SMALL), bytesOf(3000))
    expectBytes(await take(connection, SMALL, 17, 18), bytesOf(3000).subarray(17, 18))
  })

  it('asks nothing for nothing', async () => {
    const hub = await hubWith({}, [bytesFile('empty.parquet', '')])
    const { connection } = connect(hub)
    expect(await take(connection, bytesFile('empty.parquet', ''))).toHaveLength(0)
    expect(hub.totals().requests).toBe(0)
  })

  it('refuses a range the file does not have', async () => {
    const { connection } = connect(await hubWith())
    expect((await rejectedFault(take(connection, LARGE, 0, LARGE.size + 1))).kind).toBe('internal')
  })

  it('counts what the other side counts, redirects and failures too', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    hub.misbehave({ mishap: { kind: 'status', status: 503 }, every: 3 })
    await Promise.all(Array.from({ length: 12 }, (_, index) => take(connection, LARGE, index * 5000, index * 5000 + 5000)))
    await take(connection, SMALL)
    expect(connection.traffic).toEqual(hub.totals())
  })

  it('waits for who takes the bytes: what is not taken is not fetched', async () => {
    const size = 50_000_000
    let made = 0
    const big = {
      ...bytesFile('big.parquet', ''),
      etag: 'b'.repeat(64),
      size,
      read: async (start: number, end: number) => {
        made += end - start
        return new Uint8Array(end - start)
      },
    }
    const { connection } = connect(await hubWith({}, [big]), { stall: 300 })
    let taken = 0
    let ahead = 0
    const abort = new AbortController()
    const slowly = async (chunk: Uint8Array) => {
      taken += chunk.length
      // Longer than a stall is tolerated: the time of who takes does not count against the other side.
      if (taken === chunk.length) await new Promise((resolve) => setTimeout(resolve, 800))
      ahead = Math.max(ahead, made - taken)
      if (taken > 30_000_000) abort.abort()
    }
    await expect(connection.download(idOf(big), { start: 0, end: size }, slowly, abort.signal)).rejects.toThrow('abort')
    // What sockets hold on both sides is up to the system; all of it is not.
    expect(ahead).toBeLessThan(20_000_000)
    expect(connection.traffic.requests).toBe(2)
  })

  it('ends with what the taker throws, and with the request behind it', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub, { maxRequests: 1 })
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const failing = connection.download(idOf(LARGE), { start: 0, end: LARGE.size }, () => Promise.reject(full))
    await expect(failing).rejects.toBe(full)
    expectBytes(await take(connection, LARGE, 0, 10), whole.subarray(0, 10))
  })
})

describe('download() in bad weather', () => {
  const passing: [string, Rule][] = [
    ['a reset before anything', { mishap: { kind: 'reset' }, every: 2 }],
    ['resets in the middle', { mishap: { kind: 'reset', after: 70_001 }, match: CONTENT, times: 12 }],
    ['a reset with nothing but the head', { mishap: { kind: 'reset', after: 0 }, match: CONTENT, times: 4 }],
    ['stalls', { mishap: { kind: 'stall', after: 300_000 }, match: CONTENT, times: 2 }],
    ['a stall before the first byte', { mishap: { kind: 'stall', after: 0 }, times: 1 }],
    ['truncated bodies', { mishap: { kind: 'truncate', after: 123_457 }, match: CONTENT, times: 7 }],
    ['a length too short', { mishap: { kind: 'wrong-length', by: -3 }, every: 2 }],
    ['a length too long', { mishap: { kind: 'wrong-length', by: 3 }, every: 2 }],
    ['an ignored range', { mishap: { kind: 'ignore-range' }, every: 2 }],
    ['429', { mishap: { kind: 'status', status: 429, retryAfter: 1 }, every: 2 }],
    ['503', { mishap: { kind: 'status', status: 503 }, every: 2 }],
    ['500', { mishap: { kind: 'status', status: 500 }, times: 5 }],
    ['a content host that lost the file for a moment', { mishap: { kind: 'missing' }, match: CONTENT, times: 3 }],
  ]

  it.each(passing)('delivers every byte once, whatever happens: %s', async (_, rule) => {
    const hub = await hubWith()
    const { connection } = connect(hub, { stall: 250 })
    hub.misbehave(rule)
    expectBytes(await take(connection, LARGE, 1, 999_999), whole.subarray(1, 999_999))
    expect(connection.traffic.requests).toBe(hub.totals().requests)
  })

  it('gets through all of it at once', async () => {
    const elsewhere = await handMadeHub((_request, response) => response.writeHead(404).end())
    const hub = await hubWith()
    const { connection } = connect(hub, { stall: 300 })
    const mishaps: Mishap[] = [
      { kind: 'reset' },
      { kind: 'reset', after: 3000 },
      { kind: 'status', status: 429, retryAfter: 2 },
      { kind: 'status', status: 503 },
      { kind: 'stall', after: 5000 },
      { kind: 'truncate', after: 7000 },
      { kind: 'wrong-length', by: -1 },
      { kind: 'ignore-range' },
      { kind: 'redirect', to: `${elsewhere.url}/x` },
    ]
    hub.misbehave(...mishaps.map((mishap) => ({ mishap, every: 10 })))
    const starts = Array.from({ length: 60 }, (_, index) => index * 16_000)
    const got = await Promise.all(starts.map((start) => take(connection, LARGE, start, start + 16_000)))
    expectBytes(new Uint8Array(Buffer.concat(got)), whole.subarray(0, 960_000))
    expect(connection.traffic.requests).toBe(hub.totals().requests + elsewhere.seen.length)
  })

  it('goes on from the byte it broke at', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    hub.misbehave({ mishap: { kind: 'truncate', after: 400_000 }, match: CONTENT, times: 2 })
    expectBytes(await take(connection, LARGE), whole)
    expect(hub.requests().map(({ range }) => range)).toEqual(
      ['bytes=0-999999', 'bytes=0-999999', 'bytes=400000-999999', 'bytes=800000-999999'].map((range) => range),
    )
    expect(hub.totals().bytes - (hub.requests()[0]?.bytes ?? 0)).toBe(LARGE.size)
  })

  it('delivers every byte once for any range and any places to break at', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    const kind = fc.constantFrom<('reset' | 'truncate')[]>('reset', 'truncate')
    const cut = fc.tuple(kind, fc.nat(40_000), fc.integer({ min: 1, max: 5 }))
    await fc.assert(
      fc.asyncProperty(fc.nat(900_000), fc.integer({ min: 1, max: 99_999 }), cut, async (start, length, [kind, after, every]) => {
        hub.misbehave({ mishap: { kind, after } as Mishap, match: CONTENT, every, times: 5 })
        expectBytes(await take(connection, LARGE, start, start + length), whole.subarray(start, start + length))
      }),
      { numRuns: 40 },
    )
  })

  it('counts failures anew whenever bytes came, so that a long file gets through many breaks', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub, { tries: 2 })
    hub.misbehave({ mishap: { kind: 'truncate', after: 20_000 }, match: CONTENT, times: 49 })
    expectBytes(await take(connection, LARGE), whole)
    expect(hub.totals().requests).toBe(51)
  })

  it('asks the Hub for a new place when the old one has expired', async () => {
    const hub = await hubWith()
    const { connection, naps } = connect(hub)
    await take(connection, LARGE, 0, 10)
    hub.misbehave({ mishap: { kind: 'missing' }, match: CONTENT, times: 1 })
    hub.forgetRequests()
    expectBytes(await take(connection, LARGE, 10, 20), whole.subarray(10, 20))
    expect(hub.requests().map(({ host, status }) => [host, status])).toEqual([
      ['content', 404],
      ['hub', 302],
      ['content', 206],
    ])
    expect(naps).toEqual([])
  })

  it('takes a file whose signed address expires while it is used', async () => {
    const hub = await hubWith({ linkSeconds: 0.2 })
    const { connection } = connect(hub)
    await take(connection, LARGE, 0, 10)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expectBytes(await take(connection, LARGE, 10, 20), whole.subarray(10, 20))
    expect(hub.requests().map(({ status }) => status)).toEqual([302, 206, 403, 302, 206])
  })
})

describe('download() that cannot go on', () => {
  it.each<[string, Mishap, RegExp]>([
    ['resets', { kind: 'reset' }, /broke the connection off/],
    ['stalls', { kind: 'stall', after: 0 }, /sent nothing for 0.2 seconds/],
    ['ignores ranges', { kind: 'ignore-range' }, /does not do ranges/],
    ['sends lengths of its own', { kind: 'wrong-length', by: 1 }, /asked for/],
    ['stays at 502', { kind: 'status', status: 502 }, /status 502/],
  ])('says what the host does: %s', async (_, mishap, words) => {
    const hub = await hubWith()
    const { connection } = connect(hub, { stall: 200, tries: 3 })
    hub.misbehave({ mishap })
    const fault = await rejectedFault(take(connection, LARGE, 0, 1000))
    expect(fault).toMatchObject({ kind: 'offline', culprit: expect.stringMatching(/^127\.0\.0\.1:\d+$/) })
    expect(fault.message).toMatch(words)
    expect(connection.traffic.requests).toBe(hub.totals().requests)
  })

  it('tries six times and no more, waiting longer each time', async () => {
    const hub = await hubWith()
    const { connection, naps } = connect(hub)
    hub.misbehave({ mishap: { kind: 'status', status: 503 } })
    await rejectedFault(take(connection, LARGE, 0, 10))
    expect(hub.totals().requests).toBe(6)
    expect(naps).toEqual([500, 1000, 2000, 4000, 8000])
  })

  it('tells that a file is not there, at once', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    const fault = await rejectedFault(take(connection, { ...LARGE, path: 'data/none.parquet' }))
    expect(fault).toMatchObject({ kind: 'not-found', culprit: 'data/none.parquet', message: expect.stringContaining(COMMIT) })
    expect(hub.totals().requests).toBe(1)
  })

  it.each([LARGE, SMALL])('tells that a file is another one than was listed, naming it and both: %#', async (file) => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    hub.misbehave({ mishap: { kind: 'other-etag', etag: 'f00d' } })
    const fault = await rejectedFault(take(connection, file))
    expect(fault).toMatchObject({ kind: 'conflict', culprit: file.path })
    for (const part of [file.path, file.etag, 'f00d', COMMIT]) expect(fault.message).toContain(part)
    expect(hub.totals().requests).toBe(1)
  })

  it('says who is not let in', async () => {
    const files = [LARGE]
    const commits = [{ sha: COMMIT, files }]
    const hub = await hubWith({ repos: [{ id: REPO, commits, isGated: true }] })
    const fault = await rejectedFault(take(connect(hub).connection, LARGE))
    expect(fault).toMatchObject({ kind: 'forbidden', remedy: expect.stringContaining(`${hub.url}/datasets/${REPO}`) })
  })

  it('gives up soon where nobody ever answered', async () => {
    const { connection } = connect({ url: 'http://127.0.0.1:9' })
    const fault = await rejectedFault(take(connection, LARGE, 0, 1))
    expect(fault).toMatchObject({ kind: 'offline', message: expect.stringMatching(/127\.0\.0\.1:9 cannot be reached \(ECONNREFUSED\)/) })
    expect(connection.traffic.requests).toBe(3)
  })
})

describe('fetch()', () => {
  it('gives short answers as a whole, also when they break off', async () => {
    const hub = await hubWith()
    const { connection } = connect(hub)
    hub.misbehave({ mishap: { kind: 'truncate', after: 1000 }, times: 2 })
    const answer = await connection.fetch(
      `${hub.url}/datasets/${REPO}/resolve/${COMMIT}/${encodeURIComponent('data/a b#1.jsonl').replace('%2F', '/')}`,
    )
    expectBytes(new Uint8Array(await answer.arrayBuffer()), bytesOf(3000))
    expect(hub.totals().requests).toBe(3)
    expect(connection.traffic.requests).toBe(3)
  })
})
