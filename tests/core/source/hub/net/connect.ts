import { afterEach, expect } from 'vitest'
import { type Connection, createConnection, type RemoteFileId } from '../../../../../src/core/source/hub/net/create-connection.ts'
import type { HubAccess, HubOptions } from '../../../../../src/core/source/hub/types.ts'
import { bytesFile } from '../../../../support/fake-hub/bytes-file.ts'
import { startFakeHub } from '../../../../support/fake-hub/start-fake-hub.ts'
import type { FakeFile, FakeHub, FakeHubOptions } from '../../../../support/fake-hub/types.ts'

export const REPO = 'nvidia/Traces'
export const COMMIT = 'c0ffee'.padEnd(40, '0')
/** Beginning and end of a secret that must be nowhere. */
export const TOKEN = 'hf_fake_token'

const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

/** Closes it after the test. */
export function closing<T extends { close(): Promise<unknown> }>(one: T): T {
  closers.push(() => one.close())
  return one
}

/** Bytes of which every one tells where it is, as far as that goes. */
export function bytesOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8) * 7) & 255)
}

/** A file kept in LFS (asked for by a redirect), and one that is not. */
export const LARGE = bytesFile('data/train-00000.parquet', bytesOf(1_000_000))
export const SMALL = bytesFile('data/a b#1.jsonl', bytesOf(3000))

/** A Hub with one repository of {@link LARGE} and {@link SMALL}. */
export async function hubWith(options: Partial<FakeHubOptions> = {}, files: FakeFile[] = [LARGE, SMALL]): Promise<FakeHub> {
  return closing(await startFakeHub({ repos: [{ id: REPO, commits: [{ sha: COMMIT, files }] }], ...options }))
}

export function idOf(file: FakeFile): RemoteFileId {
  return { repo: REPO, commit: COMMIT, path: file.path, etag: file.etag, bytes: file.size }
}

/** What a connection waited, in milliseconds, in order. */
export type Naps = number[]

/** A connection that does not wait between tries, and tells what it would have waited. */
export function connect(
  access: Partial<HubAccess> & { url: string },
  options: Partial<HubOptions> = {},
): { connection: Connection; naps: Naps } {
  const naps: Naps = []
  const sleep = async (ms: number, signal?: AbortSignal) => {
    signal?.throwIfAborted()
    naps.push(ms)
  }
  const made = createConnection({
    access: async () => ({ token: null, proxy: null, ...access }),
    cacheDir: '/nowhere',
    stall: 5000,
    random: () => 1,
    sleep,
    ...options,
  })
  return { connection: closing(made), naps }
}

/** The bytes of a range as they were delivered, one after the other. */
export async function take(connection: Connection, file: FakeFile, start = 0, end = file.size, signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await connection.download(idOf(file), { start, end }, (chunk) => void chunks.push(chunk), signal)
  return new Uint8Array(Buffer.concat(chunks))
}

/** Everything an error carries, causes and hidden properties too, as text. */
export function everythingIn(error: unknown, seen = new Set<unknown>()): string {
  if (typeof error !== 'object' || error === null || seen.has(error)) return String(error)
  seen.add(error)
  return Object.getOwnPropertyNames(error)
    .map((name) => `${name}: ${everythingIn((error as Record<string, unknown>)[name], seen)}`)
    .join('\n')
}

/** The same bytes, told by their number and place, not by a list of a million. */
export function expectBytes(got: Uint8Array, wanted: Uint8Array): void {
  expect(got.length).toBe(wanted.length)
  expect(got.findIndex((byte, index) => byte !== wanted[index])).toBe(-1)
}
