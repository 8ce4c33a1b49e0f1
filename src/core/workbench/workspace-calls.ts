import { join, resolve } from 'node:path'
import { fault } from '#record'
import { recipeInForce } from './apply-recipe.ts'
import { os } from './base.ts'
import { announce, type Desk } from './desk.ts'
import { rebuildAnalysis } from './rebuild-analysis.ts'
import { closeSession, countsOf, openSession, type Session } from './session.ts'

/** Recent workspaces remembered at most. */
const RECENT_LIMIT = 12

/** The calls about the workspace as a whole. */
export function workspaceCalls(desk: Desk) {
  return {
    info: os.workspace.info.handler(() => infoOf(desk)),
    watch: os.workspace.watch.handler(({ signal }) => desk.hub.listen(signal)),
    open: os.workspace.open.handler(async ({ input }) => {
      await openWorkspaceAt(desk, input.path)
      return infoOf(desk)
    }),
    recent: os.workspace.recent.handler(() => desk.recent.read()),
  }
}

async function infoOf(desk: Desk) {
  const { session, options, jobs } = desk
  const recipe = await recipeInForce(desk)
  return {
    path: session.workspace.path,
    name: session.name,
    version: options.version,
    sources: session.workspace.record.sources(),
    counts: await countsOf(session),
    recipe: { name: recipe.name, hash: recipe.hash },
    jobs: jobs.list(),
    samplePath: join(options.resourcesDir, 'sample'),
    host: options.host,
  }
}

async function openWorkspaceAt(desk: Desk, path: string): Promise<void> {
  const target = resolve(path)
  if (target === desk.session.workspace.path) return
  const opened = await openSession(target)
  const left = desk.session
  desk.session = opened
  await closeSession(left)
  await welcome(desk)
  await announce(desk, 'workspace')
}

/** What every opened workspace gets: a place in the recent list, and its analysis brought up to date in the background. */
export async function welcome(desk: Desk): Promise<void> {
  const { session } = desk
  const entry = {
    path: session.workspace.path,
    name: session.name,
    openedAt: desk.now().toISOString(),
    examples: session.workspace.record.exampleCount(),
  }
  const others = (await desk.recent.read()).filter(({ path }) => path !== entry.path)
  await desk.recent.write([entry, ...others].slice(0, RECENT_LIMIT)).catch(() => undefined)
  await session.exclusive(() => rebuildAnalysis(desk, session.closing.signal)).catch((error) => forgiveAbort(error, session))
}

/** A rebuild that a closing workspace stopped is no failure: the next open goes on. */
function forgiveAbort(error: unknown, session: Session): void {
  if (!session.closing.signal.aborted)
    throw fault(
      'workspace-damaged',
      `The analysis of ${session.workspace.path} could not be rebuilt: ${error instanceof Error ? error.message : error}`,
      { cause: error, remedy: 'Delete analysis.duckdb and open the workspace again; nothing in it is lost.' },
    )
}
