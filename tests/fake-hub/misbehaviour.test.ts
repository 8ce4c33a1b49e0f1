import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bytesFile } from '../support/fake-hub/bytes-file.ts'
import { startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import type { FakeHub, FakeRepo } from '../support/fake-hub/types.ts'

const BODY = Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 251))
const REPO: FakeRepo = {
  id: 'octo/toy',
  commits: [{ sha: 'a'.repeat(40), files: [bytesFile('a.parquet', BODY), bytesFile('b.txt', BODY)] }],
}

let hub: FakeHub
beforeEach(async () => {
  hub = await startFakeHub({ repos: [REPO] })
})
afterEach(() => hub.close())

const get = (path: string, range?: string, init: RequestInit = {}) =>
  fetch(`${hub.url}/datasets/octo/toy/resolve/main/${path}`, { ...(range && { headers: { Range: range } }), ...init })

/** Bytes that come before the body ends or fails, and how it ended. */
async function drain(answer: Response, enough = Number.POSITIVE_INFINITY): Promise<{ bytes: number; failed: boolean }> {
  let bytes = 0
  try {
    for await (const chunk of answer.body ?? []) {
      bytes += chunk.length
      if (bytes >= enough) break
    }
    return { bytes, failed: false }
  } catch {
    return { bytes, failed: true }
  }
}

it('counts every hop and the bytes of both hosts', async () => {
  await drain(await get('a.parquet', 'bytes=0-99'))
  expect(hub.requests()).toMatchObject([
    { host: 'hub', method: 'GET', range: 'bytes=0-99', status: 302, hasToken: false },
    { host: 'content', method: 'GET', range: 'bytes=0-99', status: 206, bytes: 100 },
  ])
  expect(hub.totals().requests).toBe(2)
  hub.forgetRequests()
  expect(hub.totals()).toEqual({ requests: 0, bytes: 0 })
})

it('resets a connection before anything is said', async () => {
  hub.misbehave({ mishap: { kind: 'reset' } })
  await expect(get('b.txt')).rejects.toThrow('fetch failed')
  expect(hub.requests()).toMatchObject([{ status: 0, bytes: 0 }])
})

it.each(['reset', 'truncate'] as const)('breaks a body off: %s', async (kind) => {
  hub.misbehave({ mishap: { kind, after: 300 } })
  const answer = await get('b.txt')
  expect(answer.headers.get('Content-Length')).toBe('1000')
  expect(await drain(answer)).toMatchObject({ failed: true })
  expect(hub.totals().bytes).toBe(300)
})

it('breaks a short body off before its end', async () => {
  hub.misbehave({ mishap: { kind: 'truncate', after: 5000 } })
  expect(await drain(await get('b.txt', 'bytes=0-9'))).toEqual({ bytes: 9, failed: true })
})

it('stalls in the middle of a body until the client has had enough', async () => {
  hub.misbehave({ mishap: { kind: 'stall', after: 300 } })
  const client = new AbortController()
  const answer = await get('b.txt', undefined, { signal: client.signal })
  const rest = drain(answer)
  await expect.poll(() => hub.totals().bytes).toBe(300)
  client.abort()
  expect(await rest).toEqual({ bytes: 300, failed: true })
})

it('answers 429 with what to wait', async () => {
  hub.misbehave({ mishap: { kind: 'status', status: 429, retryAfter: 7 } })
  const answer = await get('b.txt')
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '7'])
})

it.each([-10, 10])('sends %i bytes too many with headers that agree', async (by) => {
  hub.misbehave({ mishap: { kind: 'wrong-length', by } })
  const answer = await get('b.txt', 'bytes=100-199')
  expect(answer.headers.get('Content-Range')).toBe(`bytes 100-${199 + by}/1000`)
  expect(await drain(answer)).toEqual({ bytes: 100 + by, failed: false })
})

it('sends zeros where the file has no more', async () => {
  hub.misbehave({ mishap: { kind: 'wrong-length', by: 10 } })
  const bytes = Buffer.from(await (await get('b.txt')).arrayBuffer())
  expect(bytes).toEqual(Buffer.concat([BODY, Buffer.alloc(10)]))
})

it('ignores a range', async () => {
  hub.misbehave({ mishap: { kind: 'ignore-range' } })
  const answer = await get('a.parquet', 'bytes=0-9')
  expect([answer.status, answer.headers.get('Content-Range')]).toEqual([200, null])
  expect(await drain(answer)).toEqual({ bytes: 1000, failed: false })
})

it('names another etag', async () => {
  hub.misbehave({ mishap: { kind: 'other-etag', etag: 'f'.repeat(64) } })
  const answer = await get('a.parquet', undefined, { redirect: 'manual' })
  expect([answer.headers.get('ETag'), answer.headers.get('X-Linked-ETag')]).toEqual([`"${'f'.repeat(64)}"`, `"${'f'.repeat(64)}"`])
})

it('misses a file', async () => {
  hub.misbehave({ mishap: { kind: 'missing' } })
  const answer = await get('b.txt')
  expect([answer.status, answer.headers.get('X-Error-Code')]).toEqual([404, 'EntryNotFound'])
})

it('redirects elsewhere', async () => {
  hub.misbehave({ mishap: { kind: 'redirect', to: 'http://elsewhere.invalid/x' } })
  const answers = await Promise.all(['a.parquet', 'b.txt'].map((path) => get(path, undefined, { redirect: 'manual' })))
  expect(answers.map(({ status, headers }) => [status, headers.get('Location')])).toEqual([
    [302, 'http://elsewhere.invalid/x'],
    [302, 'http://elsewhere.invalid/x'],
  ])
})

it('sends slowly, and stops counting when the client leaves', async () => {
  hub.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 1000 } })
  await drain(await get('b.txt'), 100)
  const isQuiet = async () => {
    const before = hub.totals().bytes
    await pause(200)
    return hub.totals().bytes === before
  }
  await expect.poll(isQuiet).toBe(true)
  expect(hub.totals().bytes).toBeLessThan(1000)
})

it('goes wrong at every third of what matches, as often as it is told', async () => {
  hub.misbehave({ mishap: { kind: 'status', status: 503 }, match: /b\.txt/, every: 3, times: 2 })
  const statuses: number[] = []
  for (let n = 0; n < 10; n++) statuses.push((await get('b.txt')).status, (await get('a.parquet')).status)
  expect(statuses.filter((_, n) => n % 2 === 1)).toEqual(Array(10).fill(200))
  expect(statuses.filter((_, n) => n % 2 === 0)).toEqual([200, 200, 503, 200, 200, 503, 200, 200, 200, 200])
})

it('takes the first of several rules that are due', async () => {
  hub.misbehave({ mishap: { kind: 'status', status: 502 }, times: 1 }, { mishap: { kind: 'status', status: 504 } })
  expect([(await get('b.txt')).status, (await get('b.txt')).status]).toEqual([502, 504])
})

it('leaves listing alone unless a rule names it', async () => {
  const list = async () => (await fetch(`${hub.url}/api/datasets/octo/toy/tree/main`)).status
  hub.misbehave({ mishap: { kind: 'status', status: 500 } })
  expect(await list()).toBe(200)
  hub.misbehave({ mishap: { kind: 'status', status: 500 }, match: /\/tree\// })
  expect(await list()).toBe(500)
})
