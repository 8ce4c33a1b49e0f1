import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { notBuilt } from './not-built.ts'

/** The calls about how an example is trained on: masks, cuts and redactions. */
export function stepCalls(_desk: Desk) {
  return {
    edit: os.step.edit.handler(notBuilt),
    proposals: os.step.proposals.handler(notBuilt),
    occurrences: os.step.occurrences.handler(notBuilt),
  }
}
