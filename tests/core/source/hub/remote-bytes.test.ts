import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRangeCache } from '../../../../src/core/source/cache/range-cache.ts'
import type { RemoteFile } from '../../../../src/core/source/cache/remote-file.ts'
import { createConnection } from '../../../../src/core/source/hub/net/create-connection.ts'
import { createLanes } from '../../../../src/core/source/hub/net/lanes.ts'
import { createRemoteBytes, type RemoteBytes } from '../../../../src/core/source/hub/remote-bytes.ts'
import type { FakeHub, Rule } from '../../../support/fake-hub/types.ts'
import { madeUp, madeUpFile, newFolder, reach, startHub } from './hub-setup.ts'

const COMMIT = 'c'.repeat(40)
const MB = 1024 * 1024

interface Remote {
  fake: FakeHub
  bytes: RemoteBytes
  /** Another process with the same folder. */
  again(): RemoteBytes
  /** Ranges the content host was asked for, in order. */
  ranges(): (string | null)[]
  /** Bytes it sent. */
  sent(): number
}

async function remoteOf(size: number, options: { latency?: number } = {}): Promise<Remote> {
  const made = madeUpFile('data/a.parquet', size)
  const fake = await startHub([{ id: 'o/n', commits: [{ sha: COMMIT, files: [made] }] }], options)
  const file: RemoteFile = { repo: 'o/n', commit: COMMIT, path: made.path, etag: made.etag, bytes: size }
  const folder = newFolder()
  const again = () => {
    const connection = createConnection(reach(fake, folder))
    const cache = createRangeCache(folder)
    const bytes = createRemoteBytes(file, { cache, connection, bulkLanes: createLanes(1) })
    onTestFinished(async () => {
      await bytes.close()
      await connection.close()
      await cache.close()
    })
    return bytes
  }
  const requests = () => fake.requests().filter(({ host }) => host === 'content')
  const ranges = () => requests().map(({ range }) => range)
  const sent = () => requests().reduce((sum, request) => sum + request.bytes, 0)
  return { fake, bytes: again(), again, ranges, sent }
}

/** Waits for something to become true: nothing is assumed about how long it takes. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5)
}

const isRight = (bytes: Uint8Array, start: number, end: number) => Buffer.from(madeUp(start, end)).equals(bytes)

describe('bytes of a remote file', () => {
  it('are fetched once, however often they are asked for and by whom', async () => {
    const { fake, bytes, again, sent } = await remoteOf(MB)
    expect(isRight(await bytes.slice(1000, 2000), 1000, 2000)).toBe(true)
    expect([fake.totals().requests, sent()]).toEqual([2, 1000])
    expect(isRight(await bytes.slice(1100, 1900), 1100, 1900)).toBe(true)
    expect(isRight(await again().slice(1000, 2000), 1000, 2000)).toBe(true)
    expect([fake.totals().requests, sent()]).toEqual([2, 1000])
  })

  it('are cut at the length of the file', async () => {
    const { bytes, sent } = await remoteOf(1000)
    expect(isRight(await bytes.slice(900, 5000), 900, 1000)).toBe(true)
    expect(await bytes.slice(1000, 2000)).toHaveLength(0)
    expect(await bytes.slice(10, 10)).toHaveLength(0)
    expect(sent()).toBe(100)
  })

  it('of which a part is here, are asked for without it', async () => {
    const { bytes, ranges } = await remoteOf(MB)
    await bytes.slice(100_000, 200_000)
    expect(isRight(await bytes.slice(50_000, 250_000), 50_000, 250_000)).toBe(true)
    expect(ranges().sort()).toEqual(['bytes=100000-199999', 'bytes=200000-249999', 'bytes=50000-99999'])
  })

  it('near each other become one request, far ones do not', async () => {
    const { bytes, ranges, sent } = await remoteOf(MB)
    const wanted = [0, 5000, 9000, 500_000].map((start) => [start, start + 1000] as const)
    const slices = await Promise.all(wanted.map(([start, end]) => bytes.slice(start, end)))
    expect(wanted.every(([start, end], index) => isRight(slices[index] ?? new Uint8Array(0), start, end))).toBe(true)
    expect(ranges().sort()).toEqual(['bytes=0-9999', 'bytes=500000-500999'])
    expect(sent()).toBe(11_000)
  })

  it('asked for while they are on their way wait for them', async () => {
    const { fake, bytes, ranges } = await remoteOf(MB, { latency: 30 })
    const first = bytes.slice(0, 300_000)
    await until(() => fake.totals().requests > 0)
    const more = [bytes.slice(0, 300_000), bytes.slice(100_000, 100_010), bytes.slice(250_000, 350_000)]
    const [whole, same, inner, beyond] = await Promise.all([first, ...more])
    expect(isRight(whole, 0, 300_000) && same?.length === 300_000 && inner?.length === 10).toBe(true)
    expect(isRight(beyond ?? new Uint8Array(0), 250_000, 350_000)).toBe(true)
    expect(ranges().sort()).toEqual(['bytes=0-299999', 'bytes=300000-349999'])
  })

  it('come as soon as they are here, though the download that brings them goes on', async () => {
    const { fake, bytes } = await remoteOf(4 * MB)
    fake.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 2 * MB } })
    const stop = new AbortController()
    const all = bytes.prefetch([{ start: 0, end: 4 * MB }], stop.signal)
    all.catch(() => undefined)
    await until(() => fake.totals().requests > 1)
    expect(isRight(await bytes.slice(0, 1000), 0, 1000)).toBe(true)
    stop.abort()
    await expect(all).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('that somebody waits for do not stand behind those brought in bulk', async () => {
    const { fake, bytes, ranges } = await remoteOf(MB)
    fake.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 400_000 } })
    const stop = new AbortController()
    const bulk = bytes.prefetch(
      [0, 200_000, 400_000].map((start) => ({ start, end: start + 100_000 })),
      stop.signal,
      true,
    )
    bulk.catch(() => undefined)
    await until(() => ranges().length === 1)
    fake.misbehave()
    expect(isRight(await bytes.slice(800_000, 800_100), 800_000, 800_100)).toBe(true)
    expect(ranges()).toEqual(['bytes=0-99999', 'bytes=800000-800099'])
    stop.abort()
    await expect(bulk).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('in a long range come in parts side by side', async () => {
    const { bytes, ranges } = await remoteOf(40 * MB)
    await bytes.prefetch([{ start: 0, end: 40 * MB }])
    expect(new Set(ranges()).size).toBe(3)
    expect(isRight(await bytes.slice(13 * MB, 14 * MB), 13 * MB, 14 * MB)).toBe(true)
    expect(ranges()).toHaveLength(3)
  })

  it('are those of the file whatever goes wrong on the way', { timeout: 60_000 }, async () => {
    const size = 300_000
    const rules: Rule[] = [
      { mishap: { kind: 'reset', after: 900 }, every: 5 },
      { mishap: { kind: 'truncate', after: 400 }, every: 7 },
      { mishap: { kind: 'status', status: 503 }, every: 6 },
      { mishap: { kind: 'wrong-length', by: -3 }, every: 11 },
      { mishap: { kind: 'ignore-range' }, every: 13 },
    ]
    const range = fc.tuple(fc.nat(size), fc.nat(40_000)).map(([start, length]) => [start, Math.min(size, start + length)] as const)
    const { fake, bytes } = await remoteOf(size)
    await fc.assert(
      fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 5 }), async (wanted) => {
        fake.misbehave(...rules)
        const slices = await Promise.all(wanted.map(([start, end]) => bytes.slice(start, end)))
        for (const [index, [start, end]] of wanted.entries()) expect(isRight(slices[index] ?? new Uint8Array(0), start, end)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('somebody who no longer waits', () => {
  it('is told at once, and those who do get their bytes from the same download', async () => {
    const { fake, bytes, ranges } = await remoteOf(MB, { latency: 50 })
    const stop = new AbortController()
    const gone = bytes.slice(0, 100_000, stop.signal)
    const staying = bytes.slice(0, 100_000)
    await until(() => fake.totals().requests > 0)
    stop.abort()
    await expect(gone).rejects.toMatchObject({ name: 'AbortError' })
    expect(isRight(await staying, 0, 100_000)).toBe(true)
    expect(ranges()).toEqual(['bytes=0-99999'])
  })

  it('was the last one: the download ends, and what has come stays', async () => {
    const { fake, bytes } = await remoteOf(4 * MB)
    fake.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 2 * MB } })
    const stop = new AbortController()
    const gone = bytes.prefetch([{ start: 0, end: 4 * MB }], stop.signal)
    gone.catch(() => undefined)
    await until(() => fake.totals().bytes > 600_000)
    stop.abort()
    await expect(gone).rejects.toMatchObject({ name: 'AbortError' })
    await bytes.close()
    const sent = fake.totals().bytes
    expect(sent).toBeLessThan(3 * MB)
    fake.misbehave()
    fake.forgetRequests()
    expect(isRight(await bytes.slice(0, 4 * MB), 0, 4 * MB)).toBe(true)
    expect(fake.totals().bytes).toBeLessThan(4 * MB - 500_000)
  })

  it('had gone before: nothing is asked for', async () => {
    const { fake, bytes } = await remoteOf(MB)
    await expect(bytes.slice(0, 10, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
    expect(fake.totals().requests).toBe(0)
  })
})

describe('what cannot be fetched', () => {
  it('is a Fault for everybody who waits, and can be fetched once the Hub is back', async () => {
    const { fake, bytes } = await remoteOf(MB)
    fake.misbehave({ mishap: { kind: 'status', status: 503 } })
    const both = await Promise.allSettled([bytes.slice(0, 1000), bytes.slice(500, 1500)])
    expect(both).toMatchObject([
      { status: 'rejected', reason: { fault: { kind: 'offline' } } },
      { status: 'rejected', reason: { fault: { kind: 'offline' } } },
    ])
    fake.misbehave()
    expect(isRight(await bytes.slice(0, 1000), 0, 1000)).toBe(true)
  })

  it('since its etag is another one now, is a conflict that names the file', async () => {
    const { fake, bytes } = await remoteOf(MB)
    fake.misbehave({ mishap: { kind: 'other-etag', etag: 'f'.repeat(64) } })
    await expect(bytes.slice(0, 1000)).rejects.toMatchObject({ fault: { kind: 'conflict', culprit: 'data/a.parquet' } })
  })
})
