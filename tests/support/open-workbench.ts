import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { createWorkbench, type WorkbenchOptions } from '#workbench'

const root = resolve(import.meta.dirname, '../..')

/** The measure worker as built: tests that open a workbench need `out/`, which the test run builds when it is stale. */
export const WORKER_URL = pathToFileURL(join(root, 'out/main/measure-worker.js'))

/** The read worker as built. */
export const READ_WORKER_URL = pathToFileURL(join(root, 'out/main/read-worker.js'))

/** The export worker as built. */
export const EXPORT_WORKER_URL = pathToFileURL(join(root, 'out/main/export-worker.js'))

/** The bundled sample. */
export const SAMPLE = join(root, 'resources/sample')

/** What a host says of itself, with its folders in this one. */
export function hostIn(folder: string): WorkbenchOptions {
  return {
    workspacePath: join(folder, 'workspace'),
    configDir: join(folder, 'config'),
    resourcesDir: join(root, 'resources'),
    workerUrl: WORKER_URL,
    readWorkerUrl: READ_WORKER_URL,
    exportWorkerUrl: EXPORT_WORKER_URL,
    host: 'terminal',
    version: '0.0.0-test',
  }
}

/** A workbench on a folder of its own, with a client in the same process. */
export async function openWorkbench(options: Partial<WorkbenchOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-workbench-'))
  const workbench = await createWorkbench({ ...hostIn(folder), ...options })
  await workbench.ready
  return {
    folder,
    router: workbench.router,
    client: createRouterClient(workbench.router),
    close: () => workbench.close(),
    async remove() {
      await workbench.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Drains a stream and gives its last event. */
export async function lastEvent<Event>(stream: AsyncIterable<Event>): Promise<Event | undefined> {
  let last: Event | undefined
  for await (const event of stream) last = event
  return last
}
