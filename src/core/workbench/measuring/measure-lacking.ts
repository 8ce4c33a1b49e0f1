import { setImmediate } from 'node:timers/promises'
import type { LackingRow } from '#store'
import { NO_PROGRESS } from '../bodies/store-rows.ts'
import type { Desk } from '../desk.ts'
import type { FetchedRows } from './fetch-rows.ts'
import { measureBodies } from './measure-bodies.ts'

/** Rows looked up at a time. */
const PAGE = 1_000
const BATCH = 64

/**
 * Computes what measured rows lack, of those whose row is here, and nothing else of them. Every batch is kept: stopped or killed, it goes on with
 * the others. Verdicts are the caller's.
 */
export async function* measureLacking(desk: Desk, signal: AbortSignal): AsyncGenerator<FetchedRows> {
  const { analysis } = desk.session.workspace
  for (let after: string | null = null; ; ) {
    signal.throwIfAborted()
    const page: LackingRow[] = await analysis.lacking(after, PAGE)
    const last = page.at(-1)
    if (!last) return
    after = last.id
    yield* measurePage(desk, page, signal)
  }
}

async function* measurePage(desk: Desk, page: readonly LackingRow[], signal: AbortSignal): AsyncGenerator<FetchedRows> {
  const { record } = desk.session.workspace
  // Others have their turn between pages, also when no row of one is here.
  await setImmediate()
  const here = page.filter(({ id }) => record.place(id)?.hasBody)
  for (const { measures, ids } of byMeasures(here))
    for (let at = 0; at < ids.length; at += BATCH) yield await measureBatch(desk, measures, ids.slice(at, at + BATCH), signal)
}

async function measureBatch(desk: Desk, measures: readonly string[], ids: string[], signal: AbortSignal): Promise<FetchedRows> {
  signal.throwIfAborted()
  const { record, analysis } = desk.session.workspace
  const { rows, failed } = await measureBodies(desk, ids, signal, measures)
  for (const { rejection } of failed) record.putRows(rejection.ref.sourceId, NO_PROGRESS, [], [rejection])
  await analysis.putValues(
    measures,
    rows.map(({ index, values }) => ({ id: index.id, contentHash: index.contentHash, values })),
  )
  return { done: rows.length, failed: failed.map(({ id, rejection }) => ({ id, reason: rejection.reason })) }
}

/** Rows that lack the same are measured together. */
function byMeasures(rows: readonly LackingRow[]): { measures: string[]; ids: string[] }[] {
  const groups = new Map<string, { measures: string[]; ids: string[] }>()
  for (const { id, measures } of rows) {
    const key = JSON.stringify(measures)
    const group = groups.get(key) ?? { measures, ids: [] }
    group.ids.push(id)
    groups.set(key, group)
  }
  return [...groups.values()]
}
