import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Bytes } from '../../../../src/core/source/bytes.ts'
import type { Hub } from '../../../../src/core/source/hub/types.ts'
import { madeUpFile, newFolder, openHubAt, startHub } from './hub-setup.ts'

const ADDRESS = 'hf://datasets/o/n'
const SIZE = 100_000

/** A fake with so many files. */
async function hubOf(files: number, size = SIZE) {
  const made = Array.from({ length: files }, (_, n) => madeUpFile(`data/${n}.parquet`, size))
  return startHub([{ id: 'o/n', commits: [{ sha: 'c'.repeat(40), files: made }] }])
}

/** The bytes of every file. */
async function bytesOf(hub: Hub): Promise<Bytes[]> {
  const source = await hub.open(ADDRESS, { sourceId: 's1' })
  return source.files.map((file) => source.job(file, { fromRow: 0 }).from).filter((from) => typeof from !== 'string')
}

it('a Hub that nobody uses asks for nothing and leaves nothing', async () => {
  const folder = join(newFolder(), 'cache')
  const hub = openHubAt(await hubOf(1), folder)
  expect(await hub.cached()).toEqual({ files: 0, bytes: 0 })
  expect(hub.traffic).toEqual({ requests: 0, bytes: 0 })
  await hub.close()
  expect(existsSync(folder)).toBe(false)
})

it('counts what it keeps and what it fetched', async () => {
  const fake = await hubOf(2)
  const hub = openHubAt(fake)
  for (const bytes of await bytesOf(hub)) await bytes.slice(0, SIZE)
  const { files, bytes } = await hub.cached()
  expect(files).toBe(2)
  expect(bytes).toBeGreaterThan(2 * SIZE)
  expect(hub.traffic.bytes).toBeGreaterThan(2 * SIZE)
  expect(hub.traffic.requests).toBe(fake.totals().requests)
})

it('prunes to a budget; what went is fetched again and what stayed is not', async () => {
  const fake = await hubOf(4)
  const hub = openHubAt(fake)
  const all = await bytesOf(hub)
  for (const bytes of all) await bytes.slice(0, SIZE)
  expect(await hub.prune(2.5 * SIZE)).toMatchObject({ files: 2 })
  expect(await hub.cached()).toMatchObject({ files: 2 })
  fake.forgetRequests()
  for (const bytes of all.reverse()) await bytes.slice(0, SIZE)
  expect(fake.requests().filter(({ host }) => host === 'content')).toHaveLength(2)
  expect(await hub.prune(0)).toMatchObject({ files: 4 })
  expect(await hub.cached()).toEqual({ files: 0, bytes: 0 })
})

it('emptied, asks for everything anew: the listing, too', async () => {
  const fake = await hubOf(1)
  const hub = openHubAt(fake)
  await bytesOf(hub)
  const isTree = ({ url }: { url: string }) => url.includes('/tree/')
  fake.forgetRequests()
  await bytesOf(hub)
  expect(fake.requests().filter(isTree)).toHaveLength(0)
  await hub.prune(0)
  await bytesOf(hub)
  expect(fake.requests().filter(isTree)).toHaveLength(1)
})

it('closed while it fetches, ends at once and keeps what has come', async () => {
  const size = 4 * 1024 * 1024
  const fake = await hubOf(1, size)
  fake.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 1024 * 1024 } })
  const folder = newFolder()
  const hub = openHubAt(fake, folder)
  const [bytes] = await bytesOf(hub)
  const slice = bytes?.slice(0, size)
  const ended = expect(slice).rejects.toMatchObject({ fault: { kind: 'cancelled' } })
  while (fake.totals().bytes < 400_000) await new Promise(setImmediate)
  const start = performance.now()
  await hub.close()
  await ended
  expect(performance.now() - start).toBeLessThan(1000)
  expect((await openHubAt(fake, folder).cached()).bytes).toBeGreaterThan(100_000)
})

const mount = mkdtempSync(join(tmpdir(), 'winnow-full-'))
const canMount = process.platform === 'linux' && tryMount(mount)
const note = canMount ? '' : ' (skipped: no permission to mount a small disk)'

it.skipIf(!canMount)(`a full disk is a Fault; with space again the rest is fetched, and only the rest${note}`, async () => {
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', mount])
    rmSync(mount, { recursive: true, force: true })
  })
  const size = 1_200_000
  const fake = await hubOf(1, size)
  const hub = openHubAt(fake, join(mount, 'cache'))
  const [bytes] = await bytesOf(hub)
  writeFileSync(join(mount, 'ballast'), Buffer.alloc(1_200_000))
  await expect(bytes?.slice(0, size)).rejects.toMatchObject({
    fault: { kind: 'disk-full', remedy: expect.stringContaining('Free some space') },
  })
  rmSync(join(mount, 'ballast'))
  fake.forgetRequests()
  expect((await bytes?.slice(0, size))?.length).toBe(size)
  const again = fake.requests().reduce((sum, request) => sum + request.bytes, 0)
  expect(again).toBeLessThan(size - 400_000)
  expect(readdirSync(join(mount, 'cache')).filter((name) => name.endsWith('.bin'))).toHaveLength(1)
})

function tryMount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
