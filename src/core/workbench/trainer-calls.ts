import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { notBuilt } from './not-built.ts'

/** The calls about what a trainer sees. */
export function trainerCalls(_desk: Desk) {
  return {
    view: os.trainer.view.handler(() => notBuilt()),
    templates: os.trainer.templates.handler(() => []),
    take: os.trainer.take.handler(() => notBuilt()),
    forget: os.trainer.forget.handler(() => notBuilt()),
  }
}
