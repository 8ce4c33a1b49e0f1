import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { measureEvent } from '#contract'
import type { Selection } from '#record'
import type { StoredPlace } from '#store'
import { withTicks } from '../add/with-ticks.ts'
import { judgeMissing } from '../apply-recipe.ts'
import { keepWithinBudget } from '../cache/keep-within-budget.ts'
import type { Desk } from '../desk.ts'
import { queryOf } from '../query-of.ts'
import { type FetchedRows, fetchRows } from './fetch-rows.ts'
import { startMeasuring } from './measure-progress.ts'
import { measureStored } from './measure-stored.ts'
import { tellProgress } from './tell-progress.ts'

type MeasureEvent = z.infer<typeof measureEvent>

/** Something to show while a slow step goes on. */
const TICK_MS = 500

/**
 * Fetches and measures what of a selection is only indexed, or lacks measures, at most `limit` examples of it. What has been measured stays when the signal
 * aborts. @throws as {@link fetchRows}
 */
export async function* measureSelection(
  desk: Desk,
  { selection, limit }: { selection: Selection; limit?: number },
  signal: AbortSignal,
): AsyncGenerator<MeasureEvent> {
  const { workspace, hub } = desk.session
  const ids = (await workspace.analysis.unmeasured(queryOf(selection))).slice(0, limit)
  const progress = startMeasuring(ids.length, hub.traffic)
  yield { kind: 'started', total: ids.length }
  yield* tellProgress(desk, progress, ids.length, withinBudget(desk, withTicks(measureIds(desk, ids, signal), TICK_MS)))
  await keepWithinBudget(desk, { isEnd: true })
  if (ids.length > 0) await judgeMissing(desk)
  yield progress.end()
}

async function* withinBudget<Item>(desk: Desk, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  for await (const item of items) {
    await keepWithinBudget(desk)
    yield item
  }
}

/** Rows planned at a time. */
const PLANNED = 5_000
/** Places looked up at a time: more would hold everybody up. */
const LOOKED_UP = 500

async function* measureIds(desk: Desk, ids: readonly string[], signal: AbortSignal): AsyncGenerator<FetchedRows> {
  for (let at = 0; at < ids.length; at += PLANNED) yield* measureSome(desk, ids.slice(at, at + PLANNED), signal)
}

async function* measureSome(desk: Desk, ids: readonly string[], signal: AbortSignal): AsyncGenerator<FetchedRows> {
  const places = await placesOf(desk, ids)
  const here = places.filter(({ hasBody }) => hasBody).map(({ id }) => id)
  yield* measureStored(desk, here, signal)
  yield* fetchRows(
    desk,
    places.filter(({ hasBody }) => !hasBody),
    signal,
  )
}

async function placesOf({ session }: Desk, ids: readonly string[]): Promise<StoredPlace[]> {
  const places: (StoredPlace | undefined)[] = []
  for (let at = 0; at < ids.length; at += LOOKED_UP) {
    places.push(...ids.slice(at, at + LOOKED_UP).map((id) => session.workspace.record.place(id)))
    await setImmediate()
  }
  return places.filter((place): place is StoredPlace => place !== undefined)
}
