import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCorpus } from '../bench/corpus/build-corpus.ts'
import { everything } from '../support/hub-bench.ts'
import { lastEvent, openWorkbench } from '../support/open-workbench.ts'
import { type PacedHub, startPacedHub } from '../support/paced-hub.ts'
import { startCommand } from '../support/start-command.ts'

const SOURCE = 'hf://datasets/owner/corpus'
const TAKE = 8
const ROWS = 32
/** One row group a combination, which has to come whole: about 23 MB together. */
const CORPUS = { id: 'owner/corpus', shards: 4, rowsPerShard: 96, rowsPerGroup: 96, bodyBytes: 60_000, hasOffsetIndex: false }
/** What may be on the wire: a step of 64 kB of each of four bodies before it is on the disk, and one more each that is being sent. */
const WIRE_BYTES = 512 * 1024
/** Points of the way, evenly spread. */
const POINTS = 20
/** A kill at each of them takes a minute: `npm run test:kill` does it, and other runs kill at every third. */
const EVERY = process.env.WINNOW_ALL_KILLS === '1' ? 1 : 3
const KILLS_IN_A_ROW = 6 / EVERY

const parent = await mkdtemp(join(tmpdir(), 'winnow-hub-kill-'))

async function folderFor(name: string): Promise<string> {
  const folder = join(parent, name)
  await mkdir(folder)
  return folder
}

/** Kills the add, with nothing to say goodbye, once so many bytes have left the Hub; false when it ended before. */
async function killAt(hub: PacedHub, folder: string, bytes: number): Promise<boolean> {
  hub.followCache(join(folder, 'workspace'), WIRE_BYTES)
  const { child, ended } = startCommand(folder, ['add', SOURCE, '--take', String(TAKE)], { HF_ENDPOINT: hub.url })
  let isRunning = true
  const end = ended.then(({ signal }) => {
    isRunning = false
    return signal === 'SIGKILL'
  })
  while (isRunning && hub.totals().bytes < bytes) await pause(1)
  child.kill('SIGKILL')
  const wasKilled = await end
  hub.letGo()
  return wasKilled
}

/** Takes to the end, and tells all that must be the same however the take came about. */
async function finish(hub: PacedHub, folder: string) {
  const surroundings = { url: hub.url, proxy: null, token: () => null }
  const bench = await openWorkbench({ workspacePath: join(folder, 'workspace'), hub: surroundings })
  const done = await lastEvent(await bench.client.source.add({ source: SOURCE, take: TAKE }))
  const { rows } = await bench.client.example.page(everything)
  const { ok } = await bench.client.review.check()
  await bench.remove()
  if (done?.kind !== 'done') throw new Error('the take did not end')
  const { examples, measured, rejectedCount } = done.result
  const kept = rows.map(({ id, contentHash, isMeasured, verdict }) => ({ id, contentHash, isMeasured, verdict }))
  return { examples, measured, rejectedCount, ok, rows: kept.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

describe('a take from the Hub that is killed', { timeout: 180_000 }, () => {
  let hubs: [PacedHub, PacedHub]
  let expected: Awaited<ReturnType<typeof finish>>
  let bytes = 0

  beforeAll(async () => {
    hubs = [await startPacedHub(buildCorpus(CORPUS)), await startPacedHub(buildCorpus(CORPUS))]
    expected = await finish(hubs[0], await folderFor('whole'))
    bytes = hubs[0].totals().bytes
  }, 60_000)

  afterAll(async () => {
    await Promise.all(hubs.map((hub) => hub.close()))
    await rm(parent, { recursive: true, force: true })
  })

  it('has rows to lose', () => {
    expect(expected).toMatchObject({ examples: ROWS, measured: ROWS, rejectedCount: 0, ok: true })
    expect(new Set(expected.rows.map(({ id }) => id)).size).toBe(ROWS)
    expect(expected.rows.every(({ isMeasured, verdict }) => isMeasured && verdict !== null)).toBe(true)
  })

  it('at any of its points ends with the same rows, and at most a twentieth of all bytes fetched twice', async () => {
    const points = Array.from({ length: POINTS }, (_, n) => n + 1).filter((point) => point % EVERY === 0)
    const kills = points.length
    const ends: { point: number; wasKilled: boolean; again: number }[] = []
    const goThrough = async (hub: PacedHub): Promise<void> => {
      for (let point = points.shift(); point !== undefined; point = points.shift()) {
        const folder = await folderFor(`at-${point}`)
        hub.forgetRequests()
        const wasKilled = await killAt(hub, folder, (bytes * point) / (POINTS + 1))
        expect(await finish(hub, folder)).toEqual(expected)
        ends.push({ point, wasKilled, again: hub.totals().bytes / bytes - 1 })
      }
    }
    await Promise.all(hubs.map(goThrough))
    expect(ends).toHaveLength(kills)
    expect(ends.filter(({ wasKilled, again }) => !wasKilled || again > 0.05)).toEqual([])
  })

  it('again and again pays for each kill by itself: what was kept before the last one is not lost by the next', async () => {
    const [hub] = hubs
    const folder = await folderFor('again')
    hub.forgetRequests()
    const perKill: boolean[] = []
    for (let n = 1; n <= KILLS_IN_A_ROW; n++) perKill.push(await killAt(hub, folder, (bytes * n) / (KILLS_IN_A_ROW + 1)))
    expect(perKill).toEqual(perKill.map(() => true))
    expect(await finish(hub, folder)).toEqual(expected)
    expect(hub.totals().bytes).toBeLessThanOrEqual(bytes * (1 + 0.05 * KILLS_IN_A_ROW))
  })
})
