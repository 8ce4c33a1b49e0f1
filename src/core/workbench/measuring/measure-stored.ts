import type { Desk } from '../desk.ts'
import { settleRows } from '../settle-rows.ts'
import type { FetchedRows } from './fetch-rows.ts'
import { measureBodies } from './measure-bodies.ts'

const BATCH = 64

/** Measures and judges rows that are here and were not measured yet. */
export async function* measureStored(desk: Desk, ids: readonly string[], signal: AbortSignal): AsyncGenerator<FetchedRows> {
  for (let at = 0; at < ids.length; at += BATCH) {
    signal.throwIfAborted()
    const { rows, failed } = await measureBodies(desk, ids.slice(at, at + BATCH), signal)
    await settleRows(desk, rows)
    yield { done: rows.length, failed: failed.map(({ id, rejection }) => ({ id, reason: rejection.reason })) }
  }
}
