import { join, resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createWorkbench, personFolders, type Workbench } from '#workbench'
import { version } from '../../package.json'
import type { Client, GlobalOptions, Session } from './session.ts'

/** A workbench of this process and the client that speaks to it. */
export interface OpenWorkbench {
  workbench: Workbench
  client: Client
}

/** Opens the workspace, waits until its numbers are up to date, works, and closes it however the work ends. */
export async function withClient<T>(
  { terminal, places }: Session,
  { workspace }: GlobalOptions,
  work: (open: OpenWorkbench) => Promise<T>,
  host: 'terminal' | 'browser' = 'terminal',
): Promise<T> {
  const workbench = await createWorkbench({
    workspacePath: resolve(terminal.cwd, workspace),
    configDir: personFolders(terminal).config,
    resourcesDir: places.resourcesDir,
    workerUrl: places.workerUrl,
    host,
    version,
  })
  try {
    if (host === 'terminal') await workbench.ready
    return await work({ workbench, client: createRouterClient(workbench.router) })
  } finally {
    await workbench.close()
  }
}

/** The workspace commands use when none is named. */
export function defaultWorkspace({ terminal }: Pick<Session, 'terminal'>): string {
  return join(personFolders(terminal).data, 'default')
}
