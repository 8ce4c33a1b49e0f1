import { os } from './base.ts'
import { cacheInfoOf } from './cache/cache-info.ts'
import { pruneCache } from './cache/prune-cache.ts'
import { type Desk, seatAt } from './desk.ts'

/** The calls about what is kept of Hub sources on this disk. */
export function cacheCalls(desk: Desk) {
  return {
    info: os.cache.info.handler(() => cacheInfoOf(seatAt(desk))),
    prune: os.cache.prune.handler(({ input }) => pruneCache(seatAt(desk), input.bytes)),
  }
}
