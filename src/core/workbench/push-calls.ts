import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { notBuilt } from './not-built.ts'

/** The calls about exports that go to the Hub. */
export function pushCalls(_desk: Desk) {
  return {
    plan: os.push.plan.handler(() => notBuilt()),
    run: os.push.run.handler(() => notBuilt()),
  }
}
