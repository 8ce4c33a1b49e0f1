import { FaultError, fault, type Rejection } from '#record'
import type { OpenedSource, SourceFile } from '#source'
import type { StoredPlace } from '#store'
import { keepWithinBudget } from '../cache/keep-within-budget.ts'
import { announce, type Desk } from '../desk.ts'
import type { ReadRow } from '../measure-rows.ts'
import { goOn } from './fetching.ts'
import { fileOf, openedSource } from './opened-source.ts'
import { type Part, partOf } from './part-of.ts'
import { storeBehind } from './store-behind.ts'
import { storeRows } from './store-rows.ts'
import { untilAborted } from './until-aborted.ts'

/** A row on its way: where it comes from and what comes with it. */
export interface Fetch {
  place: StoredPlace
  opened: OpenedSource
  file: SourceFile
  part: Part
}

/**
 * Fetches the row of an example that is only indexed, or was evicted, and stores, measures and judges it. Waits for no `add`.
 * @throws Fault `not-found` when there is no such example or its row is gone; `offline` when the Hub cannot be reached; `unreadable` when the
 * row is no example; and as {@link OpenedSource.prepare}
 */
export async function fetchBody(desk: Desk, id: string, signal?: AbortSignal): Promise<void> {
  const { fetching, closing } = desk.session
  const work = async (stop: AbortSignal): Promise<void> => {
    const either = AbortSignal.any([stop, closing.signal])
    const leave = await fetching.lanes.enter(either)
    try {
      await fetchRow(desk, id, either)
    } catch (error) {
      throw explained(error, id)
    } finally {
      leave()
    }
  }
  await fetching.rows.join(id, work, signal)
}

async function fetchRow(desk: Desk, id: string, signal: AbortSignal): Promise<void> {
  const { fetching, workspace } = desk.session
  const place = workspace.record.place(id)
  if (!place || place.hasBody) return
  const fetch = await planFetch(desk, place, signal)
  const { opened, file } = fetch
  const { row } = place.ref
  const job = opened.job(file, { spans: [{ start: row, end: row + 1 }] })
  await opened.prepare(job, signal)
  const items: (ReadRow | Rejection)[] = []
  for await (const batch of fetching.asked.read(job, signal)) items.push(...batch)
  const { rejections } = await storeRows(desk, items, { pool: fetching.pool, signal, witness: place })
  if (!workspace.record.place(id)?.hasBody) throw unreadable(place, rejections)
  await announce(desk, 'examples')
  storeBehind(desk, fetch)
  goOn(fetching, 'budget', () => keepWithinBudget(desk))
}

async function planFetch({ session }: Desk, place: StoredPlace, signal: AbortSignal): Promise<Fetch> {
  const opened = await untilAborted(openedSource(session, place.ref), signal)
  const file = fileOf(opened, place.ref)
  return { place, opened, file, part: partOf(await opened.groups(file, signal), place.ref.row) }
}

function unreadable({ id, ref }: StoredPlace, [first]: readonly Rejection[]): FaultError {
  const reason = first?.reason ?? `Row ${ref.row + 1} of ${ref.file} did not come.`
  return fault('unreadable', `Example ${id} cannot be opened: ${reason}`, { culprit: ref.file })
}

/** Being offline is no reason for alarm: says what is missing, and that the rest is there. */
function explained(error: unknown, id: string): unknown {
  if (!(error instanceof FaultError) || error.fault.kind !== 'offline') return error
  return fault('offline', `The row of example ${id} is not on this disk. ${error.fault.message}`, {
    culprit: error.fault.culprit ?? id,
    remedy: 'Open it again when the Hub can be reached; everything fetched so far stays readable.',
    cause: error,
  })
}
