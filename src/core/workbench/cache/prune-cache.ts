import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { cachePruned } from '#contract'
import { tellTouched } from '../bodies/touch.ts'
import type { Desk } from '../desk.ts'
import type { Session } from '../session.ts'
import { cacheInfoOf } from './cache-info.ts'

/** Rows let go of in one go, in packed bytes: more at once would hold everybody up. */
const STEP_BYTES = 8_000_000

/**
 * Lets go of pieces of files first, which are only there to be read once more, then of rows, until at most `bytes` of both are left.
 * `atHand` bytes of pieces stay in any case: those that are about to be read; default none.
 */
export async function pruneCache(desk: Desk, bytes: number, { atHand = 0 } = {}): Promise<z.infer<typeof cachePruned>> {
  const { hub } = desk.session
  tellTouched(desk.session, desk.now())
  const { bodies } = await cacheInfoOf(desk)
  const ranges = await hub.prune(Math.max(atHand, bytes - (bodies.bytes - bodies.keptBytes)))
  const left = (await hub.cached()).bytes
  const rows = await evictBodies(desk.session, Math.max(0, bytes - left))
  return { freedBytes: ranges.bytes + rows.bytes, freedRows: rows.rows, freedFiles: ranges.files, info: await cacheInfoOf(desk) }
}

async function evictBodies({ workspace, closing }: Session, goal: number): Promise<{ rows: number; bytes: number }> {
  const { bytes, keptBytes } = workspace.record.bodyCache()
  const freed = { rows: 0, bytes: 0 }
  for (let most = bytes - keptBytes; most > goal && !closing.signal.aborted; ) {
    most = Math.max(goal, most - STEP_BYTES)
    const step = workspace.record.evictBodies(most)
    freed.rows += step.rows
    freed.bytes += step.bytes
    await setImmediate()
  }
  return freed
}
