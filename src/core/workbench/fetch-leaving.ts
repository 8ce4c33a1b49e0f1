import { setImmediate } from 'node:timers/promises'
import { FaultError, fault } from '#record'
import type { StoredPlace } from '#store'
import type { Desk } from './desk.ts'
import { fetchRows } from './measuring/fetch-rows.ts'

/** Rows looked up before others have their turn. */
const PLACES_AT_ONCE = 500

/**
 * Fetches again the rows of those that leave and were evicted, all together, before the first of them is written.
 * @throws Fault `offline` or `unreadable` saying how many are missing
 */
export async function fetchLeaving(desk: Desk, ids: readonly string[], signal: AbortSignal): Promise<void> {
  const missing = await evictedOf(desk, ids)
  if (missing.length === 0) return
  const job = desk.jobs.start('fetching', 'examples')
  let done = 0
  try {
    for await (const rows of fetchRows(desk, missing, signal)) {
      done += rows.done
      job.progress(done, missing.length)
      if (rows.failed[0]) throw fault('unreadable', rows.failed[0].reason, { culprit: rows.failed[0].id })
    }
  } catch (error) {
    throw explained(error, missing.length - done)
  } finally {
    job.end()
  }
}

async function evictedOf({ session }: Desk, ids: readonly string[]): Promise<StoredPlace[]> {
  const { record } = session.workspace
  const missing: StoredPlace[] = []
  if (!record.sources().some(({ kind }) => kind === 'hub')) return missing
  for (const [number, id] of ids.entries()) {
    const place = record.place(id)
    if (place && !place.hasBody) missing.push(place)
    if (number % PLACES_AT_ONCE === 0) await setImmediate()
  }
  return missing
}

function explained(error: unknown, count: number): unknown {
  if (!(error instanceof FaultError)) return error
  const { kind, message, culprit } = error.fault
  const many = count === 1 ? '1 example that leaves is' : `${count.toLocaleString('en')} examples that leave are`
  return fault(kind, `${many} not on this disk any more and could not be fetched again: ${message}`, {
    culprit: culprit ?? undefined,
    remedy: 'Export again when the Hub can be reached, or reject what is missing.',
    cause: error,
  })
}
