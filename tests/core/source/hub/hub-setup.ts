import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createHub } from '../../../../src/core/source/hub/create-hub.ts'
import type { Hub, HubOptions } from '../../../../src/core/source/hub/types.ts'
import { startFakeHub } from '../../../support/fake-hub/start-fake-hub.ts'
import type { FakeFile, FakeHub, FakeHubOptions, FakeRepo } from '../../../support/fake-hub/types.ts'

/** A folder that goes with the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-hub-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A fake Hub that ends with the test. */
export async function startHub(repos: FakeRepo[], options: Partial<FakeHubOptions> = {}): Promise<FakeHub> {
  const fake = await startFakeHub({ ...options, repos })
  onTestFinished(() => fake.close())
  return fake
}

/** What Winnow reaches a fake with: waits are not waited for. */
export function reach(fake: Pick<FakeHub, 'url'>, cacheDir: string): HubOptions {
  return { access: async () => ({ url: fake.url, token: null, proxy: null }), cacheDir, sleep: async () => undefined, stall: 500 }
}

/** A Hub that is closed with the test. */
export function openHubAt(fake: Pick<FakeHub, 'url'>, cacheDir = newFolder(), options: Partial<HubOptions> = {}): Hub {
  const hub = createHub({ ...reach(fake, cacheDir), ...options })
  onTestFinished(() => hub.close())
  return hub
}

/** Bytes of a made-up file: any of them can be told without the others. */
export function madeUp(start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(end - start)
  for (let at = 0; at < bytes.length; at++) bytes[at] = ((start + at) * 2654435761) >>> 24
  return bytes
}

/** A file in LFS whose bytes are made up when they are asked for. */
export function madeUpFile(path: string, size: number): FakeFile {
  const etag = createHash('sha256').update(`${path} ${size}`).digest('hex')
  return { path, size, etag, isLfs: true, read: async (start, end) => madeUp(start, end) }
}
