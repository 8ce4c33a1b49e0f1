import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Rejection } from '#record'
import { createHub, createRowReader, type OpenedSource, openSource, type RowsWanted, type TextRow } from '#source'
import { folderRepo } from '../../support/fake-hub/folder-repo.ts'
import { startFakeHub } from '../../support/fake-hub/start-fake-hub.ts'
import { asHubParquet, buildHubRows } from '../../support/hub-parquet.ts'
import { READ_WORKER_URL } from '../../support/open-workbench.ts'
import { buildFolder } from '../../support/rows-on-disk.ts'
import { hasSharedData, sharedData } from '../../support/shared-rows.ts'

/** A folder served by a fake Hub, opened over the network and from disk, and a thread that reads both. */
async function serve(folder: string, wanted: { config?: string; split?: string } = {}) {
  const fake = await startFakeHub({ repos: [await folderRepo('owner/name', folder)] })
  const hub = createHub({ access: async () => ({ url: fake.url, token: null, proxy: null }), cacheDir: join(buildFolder(), 'cache') })
  const reader = createRowReader({ workerUrl: READ_WORKER_URL })
  onTestFinished(async () => {
    await reader.close()
    await hub.close()
    await fake.close()
  })
  const remote = await openSource('hf://datasets/owner/name', { sourceId: 's1', hub, ...wanted })
  const local = await openSource(folder, { sourceId: 's1', ...wanted })
  fake.forgetRequests()
  const read = async (source: OpenedSource, rows: RowsWanted, columns: 'all' | 'small' = 'all') => {
    const items: (TextRow | Rejection)[] = []
    for (const file of source.files) {
      const job = source.job(file, rows, columns)
      await source.prepare(job)
      for await (const batch of reader.read(job)) items.push(...batch.items)
    }
    return items.map((item) => ('body' in item ? { body: item.body, hints: item.hints, file: item.ref.file, row: item.ref.row } : item))
  }
  return { fake, remote, local, read }
}

const GROUPS = 4
const shards = () => ({
  'data/openhands/MiniMax-M2.5/set/train-0.parquet': asHubParquet(buildHubRows(400, 4000), { rowGroupSize: 100, pageSize: 16_000 }),
  'data/openhands/MiniMax-M2.5/set/train-1.parquet': asHubParquet(buildHubRows(400, 4000), { rowGroupSize: 100 }),
})

describe('rows of the Hub, read in a thread', { timeout: 60_000 }, () => {
  it('small columns take two requests a file and two a row group at most, and are those on disk', async () => {
    const { fake, remote, local, read } = await serve(buildFolder(shards()))
    expect(await read(remote, { fromRow: 0 }, 'small')).toEqual(await read(local, { fromRow: 0 }, 'small'))
    const ranged = fake.requests().filter(({ host, status }) => host === 'content' && status === 206)
    expect(ranged.length).toBeLessThanOrEqual(2 * (2 + 2 * GROUPS))
  })

  it('one row takes its pages where there is an offset index, and nothing the second time', async () => {
    const { fake, remote, local, read } = await serve(buildFolder(shards()))
    remote.files.pop()
    local.files.pop()
    await read(remote, { fromRow: 0 }, 'small')
    fake.forgetRequests()
    const wanted = { spans: [{ start: 257, end: 258 }] }
    const rows = await read(remote, wanted)
    expect(rows).toEqual(await read(local, wanted))
    expect(fake.totals().bytes).toBeLessThan(3 * 16_000 + 64 * 1024)
    fake.forgetRequests()
    expect(await read(remote, wanted)).toEqual(rows)
    expect(fake.totals()).toEqual({ requests: 0, bytes: 0 })
  })

  it("the tutorial's names find their files there too", async () => {
    const { remote } = await serve(buildFolder(shards()), { config: 'openhands', split: 'minimax_m25' })
    expect(remote.files.map(({ config, split }) => `${config}/${split}`)).toEqual(['openhands/minimax_m25', 'openhands/minimax_m25'])
    expect(remote.notes).toContain('openhands/minimax_m25 was read as data/openhands/MiniMax-M2.5 (2 files).')
  })

  it.skipIf(!hasSharedData).each(['hub-r1', 'hub-r2', 'hub-r3'])('%s gives what it gives from disk', async (name) => {
    const { remote, local, read } = await serve(join(sharedData, name))
    const rows = await read(remote, { fromRow: 0 })
    expect(rows.length).toBeGreaterThan(20)
    expect(rows).toEqual(await read(local, { fromRow: 0 }))
  })
})
