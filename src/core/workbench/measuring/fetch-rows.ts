import type { Rejection } from '#record'
import type { StoredPlace } from '#store'
import { prepareAhead } from '../add/prepare-ahead.ts'
import { createReading, type Reading } from '../bodies/reading.ts'
import { storeRows } from '../bodies/store-rows.ts'
import type { Desk } from '../desk.ts'
import { type RowUnit, rowUnits } from './row-units.ts'

/** Units on their way beside the one being read. */
const AHEAD = 4

/** What came of some rows: how many are there now, and which are not. */
export interface FetchedRows {
  done: number
  failed: { id: string; reason: string }[]
}

/**
 * Fetches, stores, measures and judges many rows, those of one row group together. What is wrong with single rows or files is told and the
 * others go on. Rows that were judged before are judged by the caller. @throws Fault `offline`, `forbidden`, `disk-full`: what would meet every row
 */
export async function* fetchRows(desk: Desk, places: readonly StoredPlace[], signal: AbortSignal): AsyncGenerator<FetchedRows> {
  const reading = createReading(desk.options.readWorkerUrl)
  try {
    for await (const { item, failure } of prepareAhead(rowUnits(desk.session, places, signal), prepareUnit, { ahead: AHEAD, signal })) {
      if (failure) yield { done: 0, failed: item.places.map(({ id }) => ({ id, reason: failure.message })) }
      else yield* storeUnit(desk, item, reading, signal)
    }
  } finally {
    await reading.close()
  }
}

async function prepareUnit(unit: RowUnit, signal: AbortSignal): Promise<void> {
  if ('problem' in unit) throw unit.problem
  await unit.opened.prepare(unit.job, signal)
}

async function* storeUnit(desk: Desk, unit: RowUnit, reading: Reading, signal: AbortSignal): AsyncGenerator<FetchedRows> {
  const [witness] = unit.places
  if ('problem' in unit || !witness) return
  const rejections: Rejection[] = []
  for await (const batch of reading.read(unit.job, signal)) {
    const stored = await storeRows(desk, batch, { pool: desk.pool, signal, witness, isJudgedLater: true })
    rejections.push(...stored.rejections)
    yield { done: stored.ids.length, failed: [] }
  }
  const { record } = desk.session.workspace
  const missing = unit.places.filter(({ id }) => !record.place(id)?.hasBody)
  if (missing.length > 0) yield { done: 0, failed: missing.map(({ id, ref }) => ({ id, reason: reasonFor(ref.row, rejections) })) }
}

function reasonFor(row: number, rejections: readonly Rejection[]): string {
  const found = rejections.find(({ ref }) => ref.row === row) ?? rejections.find(({ ref }) => ref.row <= row)
  return found?.reason ?? 'The row did not come.'
}
