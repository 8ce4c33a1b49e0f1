import type { z } from 'zod'
import type { cachePruned } from '#contract'
import { tellTouched } from '../bodies/touch.ts'
import type { Desk } from '../desk.ts'
import { cacheInfoOf } from './cache-info.ts'

/** Lets go of pieces of files first, which are only there to be read once more, then of rows, until at most `bytes` of both are left. */
export async function pruneCache(desk: Desk, bytes: number): Promise<z.infer<typeof cachePruned>> {
  const { hub, workspace } = desk.session
  tellTouched(desk.session, desk.now())
  const before = await cacheInfoOf(desk)
  const evictable = before.bodies.bytes - before.bodies.keptBytes
  const ranges = await hub.prune(Math.max(0, bytes - evictable))
  const left = (await hub.cached()).bytes
  const bodies = workspace.record.evictBodies(Math.max(0, bytes - left))
  return {
    freedBytes: ranges.bytes + bodies.bytes,
    freedRows: bodies.rows,
    freedFiles: ranges.files,
    info: await cacheInfoOf(desk),
  }
}
