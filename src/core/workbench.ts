import type { Router } from '@orpc/server'
import type { Contract } from '#contract'
import { os } from './workbench/base.ts'
import { cacheCalls } from './workbench/cache-calls.ts'
import { openDesk, type WorkbenchOptions } from './workbench/desk.ts'
import { exampleCalls } from './workbench/example-calls.ts'
import { exportCalls } from './workbench/export-calls.ts'
import { measureCalls } from './workbench/measure-calls.ts'
import { packCalls } from './workbench/pack-calls.ts'
import { pushCalls } from './workbench/push-calls.ts'
import { queueCalls } from './workbench/queue-calls.ts'
import { recipeCalls } from './workbench/recipe-calls.ts'
import { reportCall } from './workbench/report-call.ts'
import { reviewCalls } from './workbench/review-calls.ts'
import { closeSession } from './workbench/session.ts'
import { settingsCalls } from './workbench/settings-calls.ts'
import { siblingCalls } from './workbench/sibling-calls.ts'
import { filesCalls, sourceCalls } from './workbench/source-calls.ts'
import { statsCalls } from './workbench/stats-calls.ts'
import { stepCalls } from './workbench/step-calls.ts'
import { trainerCalls } from './workbench/trainer-calls.ts'
import { welcome, workspaceCalls } from './workbench/workspace-calls.ts'

export { addSampleWhenEmpty } from './workbench/add-sample.ts'
export type { HubSurroundings, WorkbenchOptions } from './workbench/desk.ts'
export { hubOfEnvironment } from './workbench/hub-of-environment.ts'
export { lastWorkspace } from './workbench/last-workspace.ts'
export { personFolders } from './workbench/person-folders.ts'

/** The contract at work on one machine: what every host serves. */
export interface Workbench {
  /** Implements every call of the contract. */
  router: Router<Contract, Record<never, never>>
  /** Settled when the opened workspace's analysis is up to date; screens need not wait for it, the terminal does. */
  ready: Promise<void>
  /** Stops long work at its next safe point, keeps what is written, and lets go of the workspace. */
  close(): Promise<void>
}

/** Opens a workspace and joins the rooms around it. Throws a Fault when the workspace cannot be opened. */
export async function createWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const desk = await openDesk(options)
  const ready = welcome(desk)
  ready.catch(() => undefined)
  const router = os.router({
    workspace: workspaceCalls(desk),
    source: sourceCalls(desk),
    files: filesCalls(),
    example: exampleCalls(desk),
    measure: measureCalls(desk),
    stats: statsCalls(desk),
    cache: cacheCalls(desk),
    recipe: recipeCalls(desk),
    review: reviewCalls(desk),
    queue: queueCalls(desk),
    step: stepCalls(desk),
    sibling: siblingCalls(desk),
    pack: packCalls(desk),
    export: exportCalls(desk),
    trainer: trainerCalls(desk),
    push: pushCalls(desk),
    report: reportCall(desk),
    settings: settingsCalls(desk),
  })
  return {
    router,
    ready,
    async close() {
      desk.events.end()
      await desk.switching(() => closeSession(desk.session))
      await desk.pool.close()
      await desk.rowPool.close()
    },
  }
}
