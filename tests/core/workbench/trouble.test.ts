import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { createWorkbench } from '#workbench'
import { hostIn, lastEvent, openWorkbench, SAMPLE } from '../../support/open-workbench.ts'

it('a workspace whose analysis cannot be rebuilt still opens, and says why its tables are not up to date', async () => {
  const first = await openWorkbench()
  await lastEvent(await first.client.source.add({ source: SAMPLE, take: 1 }))
  const { path, counts } = await first.client.workspace.info()
  await first.close()
  await rm(join(path, 'analysis.duckdb'))
  const broken = await createWorkbench({ ...hostIn(first.folder), workerUrl: pathToFileURL(join(first.folder, 'no-such-worker.js')) })
  await expect(broken.ready).rejects.toThrow()
  const info = await createRouterClient(broken.router).workspace.info()
  expect(info.counts.indexed).toBe(counts.indexed)
  expect(info.trouble?.message).toContain('no-such-worker.js')
  await broken.close()
  await first.remove()
})
