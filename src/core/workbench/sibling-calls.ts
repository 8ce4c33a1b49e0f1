import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { notBuilt } from './not-built.ts'

/** The calls about attempts at one instance. */
export function siblingCalls(_desk: Desk) {
  return {
    attempts: os.sibling.attempts.handler(notBuilt),
    align: os.sibling.align.handler(notBuilt),
    pick: os.sibling.pick.handler(notBuilt),
    pair: os.sibling.pair.handler(notBuilt),
    unpair: os.sibling.unpair.handler(notBuilt),
    pairs: os.sibling.pairs.handler(notBuilt),
  }
}
