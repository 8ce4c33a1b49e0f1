import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { RawRow, Rejection } from '#record'
import { createHub, type OpenedSource, openSource } from '#source'
import { folderRepo } from '../support/fake-hub/folder-repo.ts'
import { startFakeHub } from '../support/fake-hub/start-fake-hub.ts'
import { hasSharedData, sharedData } from '../support/shared-rows.ts'

const note = hasSharedData ? '' : ' (skipped: no ../shared/data)'

/** Every row and rejection, with where it is but not which copy of the file it is from. */
async function readAll(source: OpenedSource): Promise<unknown[]> {
  const items: unknown[] = source.rejections.map(placed)
  for (const file of source.files) for await (const item of source.rows(file)) items.push(placed(item))
  return items
}

function placed({ ref, ...item }: RawRow | Rejection): unknown {
  return { ...item, ref: { ...ref, uri: '', revision: '' } }
}

const listed = ({ files }: OpenedSource) => files.map(({ path, bytes, config, split }) => ({ path, bytes, config, split }))

describe.skipIf(!hasSharedData)(`a dataset on the Hub gives what its folder gives${note}`, { timeout: 120_000 }, () => {
  const cleanups: (() => Promise<unknown>)[] = []
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup()
  })

  it.each(['hub-r1', 'hub-r2', 'hub-r3'])('%s', async (name) => {
    const folder = join(sharedData, name)
    const fake = await startFakeHub({ repos: [await folderRepo(`shared/${name}`, folder)] })
    const cacheDir = await mkdtemp(join(tmpdir(), 'winnow-parity-'))
    const hub = createHub({ access: async () => ({ url: fake.url, token: null, proxy: null }), cacheDir })
    cleanups.push(
      () => rm(cacheDir, { recursive: true, force: true }),
      () => fake.close(),
      () => hub.close(),
    )
    const local = await openSource(folder, { sourceId: 's1' })
    const remote = await hub.open(`hf://datasets/shared/${name}`, { sourceId: 's1' })
    expect(listed(remote)).toEqual(listed(local))
    const rows = await readAll(remote)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows).toEqual(await readAll(local))
  })
})
