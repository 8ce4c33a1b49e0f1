import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createRangeCache, type RangeCache } from '../../../../src/core/source/cache/range-cache.ts'
import { keyOf, type RemoteFile } from '../../../../src/core/source/cache/remote-file.ts'

const SIZE = 1000

const fileOf = (path: string): RemoteFile => ({ repo: 'o/n', commit: 'c'.repeat(40), path, etag: 'e', bytes: SIZE })
const isKept = (cache: RangeCache, path: string) => cache.use(fileOf(path), async (log) => log.gaps([{ start: 0, end: 10 }]).length === 0)

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-cache-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'deep', 'cache')
}

/** A cache that is closed with its test. */
function openCache(folder = newFolder()): RangeCache {
  const cache = createRangeCache(folder)
  onTestFinished(() => cache.close())
  return cache
}

/** A cache with these files, each used a minute after the one before. */
async function filled(paths: string[]): Promise<RangeCache> {
  const folder = newFolder()
  const first = createRangeCache(folder)
  for (const path of paths) await first.use(fileOf(path), (log) => log.append(0, Buffer.alloc(SIZE)))
  await first.close()
  for (const [index, path] of paths.entries()) utimesSync(join(folder, `${keyOf(fileOf(path))}.bin`), 0, 1_600_000_000 + index * 60)
  return openCache(folder)
}

it('an unused cache makes no folder and holds nothing', async () => {
  const folder = newFolder()
  const cache = createRangeCache(folder)
  expect(await cache.usage()).toEqual({ files: 0, bytes: 0 })
  expect(await cache.prune(0)).toEqual({ files: 0, bytes: 0 })
  await cache.close()
  expect(() => readdirSync(folder)).toThrow()
})

it('counts files and bytes of all it holds', async () => {
  const cache = await filled(['a', 'b', 'c'])
  const { files, bytes } = await cache.usage()
  expect(files).toBe(3)
  expect(bytes).toBeGreaterThan(3 * SIZE)
  expect(bytes).toBeLessThan(3 * (SIZE + 300))
})

it('prunes what was used longest ago, and no more than needed', async () => {
  const cache = await filled(['a', 'b', 'c', 'd'])
  expect(await isKept(cache, 'a')).toBe(true)
  const { bytes } = await cache.usage()
  expect(await cache.prune(bytes - SIZE - 500)).toMatchObject({ files: 2 })
  expect(await Promise.all(['a', 'b', 'c', 'd'].map((path) => isKept(cache, path)))).toEqual([true, false, false, true])
})

it('remembers the last use over a restart', async () => {
  const folder = newFolder()
  const first = createRangeCache(folder)
  for (const path of ['a', 'b']) await first.use(fileOf(path), (log) => log.append(0, Buffer.alloc(SIZE)))
  for (const path of ['a', 'b']) utimesSync(join(folder, `${keyOf(fileOf(path))}.bin`), 0, 0)
  await first.close()
  utimesSync(join(folder, `${keyOf(fileOf('b'))}.bin`), 0, 0)
  const second = openCache(folder)
  await second.prune(SIZE + 500)
  expect([await isKept(second, 'a'), await isKept(second, 'b')]).toEqual([true, false])
})

it('never removes a file in use, and what waits to be opened meanwhile is whole', async () => {
  const cache = await filled(['a', 'b'])
  let finish = () => {}
  const held = cache.use(fileOf('a'), async (log) => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    return log.read({ start: 0, end: SIZE })
  })
  const [freed] = await Promise.all([cache.prune(0), cache.use(fileOf('b'), (log) => log.append(0, Buffer.alloc(SIZE)))])
  expect(freed.files).toBeLessThanOrEqual(1)
  finish()
  expect((await held)?.length).toBe(SIZE)
  await cache.close()
  expect([await isKept(cache, 'a'), await isKept(cache, 'b')]).toEqual([true, true])
})

it('keeps a range of a file, or nothing', async () => {
  const cache = await filled(['a', 'b'])
  await cache.keepOnly(fileOf('a'), { start: 900, end: SIZE })
  await cache.keepOnly(fileOf('b'), null)
  await cache.keepOnly(fileOf('never fetched'), { start: 0, end: 1 })
  expect(await cache.usage()).toMatchObject({ files: 1 })
  expect(await cache.use(fileOf('a'), async (log) => log.gaps([{ start: 0, end: SIZE }]))).toEqual([{ start: 0, end: 900 }])
})

it('refuses another etag of a file that is open', async () => {
  const cache = await filled(['a'])
  await cache.use(fileOf('a'), async () => {
    const other = cache.use({ ...fileOf('a'), etag: 'other' }, async () => undefined)
    await expect(other).rejects.toMatchObject({ fault: { kind: 'conflict', culprit: 'a' } })
  })
  expect(await isKept(cache, 'a')).toBe(true)
})

it('opens more files than a process may hold open', async () => {
  const cache = openCache()
  const openFiles = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0)
  const before = openFiles()
  const paths = Array.from({ length: 120 }, (_, n) => `data/${n}.parquet`)
  for (const path of paths) await cache.use(fileOf(path), (log) => log.append(0, Buffer.alloc(10)))
  expect(openFiles() - before).toBeLessThan(100)
  expect(await cache.usage()).toMatchObject({ files: 120 })
  expect(await isKept(cache, 'data/0.parquet')).toBe(true)
})
