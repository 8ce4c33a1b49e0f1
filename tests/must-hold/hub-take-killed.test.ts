import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCorpus } from '../bench/corpus/build-corpus.ts'
import { startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import type { FakeHub } from '../support/fake-hub/types.ts'
import { runWinnow } from '../support/run-winnow.ts'
import { startCommand } from '../support/start-command.ts'

const ADD = ['add', 'hf://datasets/owner/corpus', '--take', '40']

/** One row group a combination, which has to come whole: about 60 MB, of which a kill loses the last quarter megabyte of each body on its way. */
const CORPUS = { id: 'owner/corpus', shards: 4, rowsPerShard: 240, rowsPerGroup: 240, bodyBytes: 60_000, hasOffsetIndex: false }

/** What must be the same however the add came about. */
interface Listed {
  id: string
  content_hash: string
  is_measured: boolean
  verdict: string | null
}

const parent = await mkdtemp(join(tmpdir(), 'winnow-hub-kill-'))
const environment = process.env.HF_ENDPOINT
let hub: FakeHub

/** A fresh folder for a workspace. */
async function folderFor(name: string): Promise<string> {
  const folder = join(parent, name)
  await mkdir(folder)
  return folder
}

/** Kills the add, with nothing to say goodbye, once so many bytes have left the Hub; false when it ended before. */
async function killAt(folder: string, bytes: number): Promise<boolean> {
  const { child, ended } = startCommand(folder, ...ADD)
  let isRunning = true
  const end = ended.then(({ signal }) => {
    isRunning = false
    return signal === 'SIGKILL'
  })
  while (isRunning && hub.totals().bytes < bytes) await pause(1)
  child.kill('SIGKILL')
  return end
}

async function listAll(folder: string): Promise<Listed[]> {
  const rows = await runWinnow<Listed[]>(folder, 'list', '--sort', 'id', '--limit', '1000')
  return rows.map(({ id, content_hash, is_measured, verdict }) => ({ id, content_hash, is_measured, verdict }))
}

describe('a take from the Hub that is killed', { timeout: 600_000 }, () => {
  let expected: Listed[] = []
  let bytes = 0

  beforeAll(async () => {
    hub = await startFakeHub({ repos: [buildCorpus(CORPUS)] })
    // Slow enough that a kill meets bodies on their way.
    hub.misbehave({ mishap: { kind: 'slow', bytesPerSecond: 5_000_000 } })
    process.env.HF_ENDPOINT = hub.url
    const folder = await folderFor('whole')
    await runWinnow(folder, ...ADD)
    bytes = hub.totals().bytes
    expected = await listAll(folder)
  }, 120_000)

  afterAll(async () => {
    if (environment === undefined) delete process.env.HF_ENDPOINT
    else process.env.HF_ENDPOINT = environment
    await hub.close()
    await rm(parent, { recursive: true, force: true })
  })

  it('has 160 rows to lose', () => {
    expect(expected).toHaveLength(160)
    expect(expected.every(({ is_measured, verdict }) => is_measured && verdict !== null)).toBe(true)
  })

  it.each([0.15, 0.5, 0.85])('after %d of its bytes goes on with what it has and fetches at most a twentieth again', async (part) => {
    const folder = await folderFor(`at-${part}`)
    hub.forgetRequests()
    expect(await killAt(folder, bytes * part)).toBe(true)
    expect(await runWinnow(folder, ...ADD)).toMatchObject({ examples: 160, measured: 160, rejected: [] })
    expect(hub.totals().bytes).toBeLessThanOrEqual(bytes * 1.05)
    expect(await listAll(folder)).toEqual(expected)
  })

  it('at twenty points of its way ends with the same rows, each kill costing at most a twentieth of the bytes', async () => {
    const folder = await folderFor('twenty')
    hub.forgetRequests()
    let kills = 0
    for (let n = 1; n <= 20; n++) kills += Number(await killAt(folder, Math.max((bytes * n) / 21, hub.totals().bytes + bytes / 50)))
    expect(kills).toBeGreaterThan(10)
    expect(await runWinnow(folder, ...ADD)).toMatchObject({ examples: 160, measured: 160, rejected: [] })
    expect(hub.totals().bytes).toBeLessThanOrEqual(bytes * (1 + 0.05 * kills))
    expect(await listAll(folder)).toEqual(expected)
    expect(await runWinnow(folder, 'ledger', '--check')).toMatchObject({ ok: true })
  })
})
