import type { Desk } from '../desk.ts'
import { settleRows } from '../settle-rows.ts'
import type { FetchedRows } from './fetch-rows.ts'
import { measureBodies } from './measure-bodies.ts'

const BATCH = 64

/** Measures rows that are here and were not measured yet, or lack measures, and judges those that had no verdict. */
export async function* measureStored(desk: Desk, ids: readonly string[], signal: AbortSignal): AsyncGenerator<FetchedRows> {
  for (let at = 0; at < ids.length; at += BATCH) {
    signal.throwIfAborted()
    const { plan } = desk.session
    const { rows, failed } = await measureBodies(desk, ids.slice(at, at + BATCH), signal)
    await settleRows(desk, rows, { plan, isJudgedLater: true })
    yield { done: rows.length, failed: failed.map(({ id, rejection }) => ({ id, reason: rejection.reason })) }
  }
}
