import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { FaultError, fault } from '#record'
import { os } from './base.ts'
import { announce, type Desk, hubAccess, seatAt } from './desk.ts'
import { hubShownOf } from './hub/hub-access.ts'
import { stopSignal } from './long-work.ts'
import { rebuildAnalysis } from './rebuild-analysis.ts'
import { shownRecipe } from './recipe-in-force.ts'
import { closeSession, countsOf, openSession, type Session } from './session.ts'

/** Recent workspaces remembered at most. */
const RECENT_LIMIT = 12

/** The calls about the workspace as a whole. */
export function workspaceCalls(desk: Desk) {
  return {
    info: os.workspace.info.handler(() => infoOf(seatAt(desk))),
    watch: os.workspace.watch.handler(({ signal }) => desk.events.listen(signal)),
    open: os.workspace.open.handler(async ({ input }) => {
      await desk.switching(() => switchTo(desk, input.path))
      return infoOf(seatAt(desk))
    }),
    recent: os.workspace.recent.handler(() => desk.recent.read()),
  }
}

async function infoOf(desk: Desk) {
  const { session, options, jobs, settings } = desk
  const { recipe, trouble } = await shownRecipe(desk)
  return {
    path: session.workspace.path,
    name: session.name,
    version: options.version,
    sources: session.workspace.record.sources(),
    counts: await countsOf(session),
    recipe,
    jobs: jobs.list(),
    samplePath: join(options.resourcesDir, 'sample'),
    host: options.host,
    trouble: session.trouble ?? trouble,
    hub: hubShownOf(options.hub, await settings.read()),
  }
}

/** Opens before it closes: a workspace that cannot be opened leaves the one that is. What is missing in it is measured in the background. */
async function switchTo(desk: Desk, path: string): Promise<void> {
  const target = resolve(path)
  if ((await realpath(target).catch(() => target)) === desk.session.workspace.path) return
  const opened = await openSession(target, desk.options, hubAccess(desk.options, desk.settings))
  const left = desk.session
  desk.session = opened
  await closeSession(left)
  await rememberOpened(desk)
  await announce(desk, 'workspace')
  bringUpToDate(desk).catch(() => undefined)
}

/** What the first workspace gets: a place in the recent list, and its analysis brought up to date. */
export async function welcome(desk: Desk): Promise<void> {
  await rememberOpened(desk)
  await bringUpToDate(desk)
}

/** Failing is no reason to keep a workspace shut: the list of recent ones is a convenience. */
async function rememberOpened({ session, recent, now }: Desk): Promise<void> {
  const { path } = session.workspace
  const entry = { path, name: session.name, openedAt: now().toISOString(), examples: session.workspace.record.exampleCount() }
  await recent.update((before) => [entry, ...before.filter((other) => other.path !== path)].slice(0, RECENT_LIMIT)).catch(() => undefined)
}

/** A rebuild that a closing workspace stopped is no failure: the next open goes on. */
async function bringUpToDate(desk: Desk): Promise<void> {
  const seat = seatAt(desk)
  const { session } = seat
  try {
    await session.exclusive(() => rebuildAnalysis(seat, stopSignal(session)))
  } catch (error) {
    if (session.closing.signal.aborted) return
    const failed = error instanceof FaultError ? error : cannotRebuild(session, error)
    // Everything but verdicts is up to date: the recipe's fault is told where the recipe is used.
    if (failed.fault.kind === 'recipe-invalid') return
    session.trouble = failed.fault
    await announce(seat, 'workspace')
    throw failed
  }
}

function cannotRebuild({ workspace }: Session, cause: unknown): FaultError {
  const why = cause instanceof Error ? cause.message : String(cause)
  const remedy = 'Delete analysis.duckdb and open the workspace again; nothing in it is lost.'
  return fault('workspace-damaged', `The analysis of ${workspace.path} could not be rebuilt: ${why}`, { cause, remedy })
}
