import { onTestFinished } from 'vitest'
import type { WorkbenchOptions } from '#workbench'
import { folderRepo } from './fake-hub/folder-repo.ts'
import { startFakeHub } from './fake-hub/start-fake-hub.ts'
import { lastEvent, openWorkbench } from './open-workbench.ts'
import { buildFolder } from './rows-on-disk.ts'

/** The dataset that every bench's Hub has. */
export const RUNS = 'hf://datasets/owner/runs'

/** A page of the whole table. */
export const everything = { selection: {}, sort: null, offset: 0, limit: 1000 }

/** A workbench beside a fake Hub that serves these files as one dataset; both gone after the test. */
export async function openHubBench(files: Record<string, string | Uint8Array>, options: Partial<WorkbenchOptions> = {}) {
  const repo = await folderRepo('owner/runs', buildFolder(files))
  const hub = await startFakeHub({ repos: [repo] })
  const surroundings = { url: hub.url, proxy: null, token: () => null }
  const bench = await openWorkbench({ hub: surroundings, ...options })
  onTestFinished(async () => {
    await bench.remove()
    await hub.close()
  })
  /** Matches requests for the bytes of one file, wherever they are asked for. */
  const requestsFor = (path: string): RegExp => {
    const etag = repo.commits[0]?.files.find((file) => file.path === path)?.etag ?? 'no such file'
    return new RegExp(`${path}|${etag}`)
  }
  return { ...bench, hub, surroundings, requestsFor }
}

/** The same with the dataset in the index and no row fetched; the Hub has forgotten the requests for it. */
export async function openIndexed(files: Record<string, string | Uint8Array>, options: Partial<WorkbenchOptions> = {}) {
  const bench = await openHubBench(files, options)
  await lastEvent(await bench.client.source.add({ source: RUNS, indexOnly: true }))
  bench.hub.forgetRequests()
  return bench
}

/** Waits until a condition holds; the test's own time limit ends it. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((wake) => setTimeout(wake, 20))
}
