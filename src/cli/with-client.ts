import { join, resolve } from 'node:path'
import type { Workbench } from '#workbench'
import { version } from '../../package.json'
import type { Client, GlobalOptions, Session } from './session.ts'

/** A workbench of this process and the client that speaks to it. */
export interface OpenWorkbench {
  workbench: Workbench
  client: Client
}

/** How a workbench is opened: for whom, and which workspace of the person's data folder when none is named. */
interface OpenOptions {
  host?: 'terminal' | 'browser'
  otherwise?: 'default' | 'sample'
  /** The work may mend what keeps the workspace from being brought up to date: it is done all the same. */
  isMending?: boolean
}

/** Opens the workspace, waits until its numbers are up to date, works, and closes it however the work ends. */
export async function withClient<T>(
  { terminal, places }: Session,
  { workspace }: Pick<GlobalOptions, 'workspace'>,
  work: (open: OpenWorkbench) => Promise<T>,
  { host = 'terminal', otherwise = 'default', isMending = false }: OpenOptions = {},
): Promise<T> {
  // Loaded here and not above: help and wrong usage must not wait for two databases.
  const [{ createWorkbench, hubOfEnvironment, personFolders }, { createRouterClient }] = await Promise.all([
    import('#workbench'),
    import('@orpc/server'),
  ])
  const folders = personFolders(terminal)
  const workbench = await createWorkbench({
    workspacePath: workspace === undefined ? join(folders.data, otherwise) : resolve(terminal.cwd, workspace),
    configDir: folders.config,
    resourcesDir: places.resourcesDir,
    workerUrl: places.workerUrl,
    readWorkerUrl: places.readWorkerUrl,
    exportWorkerUrl: places.exportWorkerUrl,
    host,
    version,
    hub: hubOfEnvironment(terminal.env),
  })
  try {
    if (host === 'terminal') await (isMending ? workbench.ready.catch(() => undefined) : workbench.ready)
    return await work({ workbench, client: createRouterClient(workbench.router) })
  } finally {
    await workbench.close()
  }
}
