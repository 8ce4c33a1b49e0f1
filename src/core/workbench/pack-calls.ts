import { os } from './base.ts'
import type { Desk } from './desk.ts'
import { notBuilt } from './not-built.ts'

/** The calls about review packs. */
export function packCalls(_desk: Desk) {
  return {
    make: os.pack.make.handler(notBuilt),
    open: os.pack.open.handler(notBuilt),
    merge: os.pack.merge.handler(notBuilt),
  }
}
