import type { ExampleIndex, Measurements, Rejection } from '#record'
import type { StoredBody } from '#store'
import type { Desk } from '../desk.ts'
import { measureRows } from '../measure-rows.ts'

/** Stored rows after parse and measure, under the ids they are stored by. */
export interface MeasuredBodies {
  rows: { index: ExampleIndex; values: Measurements }[]
  failed: { id: string; rejection: Rejection }[]
}

/** Measures rows that are here; those that are not, or whose body is damaged, are left out: opening one says what is wrong with it. */
export async function measureBodies(desk: Desk, ids: readonly string[], signal: AbortSignal): Promise<MeasuredBodies> {
  const bodies = ids.map((id) => readable(desk, id)).filter((body): body is StoredBody => body !== undefined)
  const items = bodies.map(({ ref, hints, body }) => ({ raw: { ref, hints }, body }))
  const { rows, rejections } = await measureRows(desk.pool, items, signal)
  const idAt = new Map(bodies.map(({ id, ref }) => [placeOf(ref), id]))
  return {
    rows: rows.map(({ raw, index, values }) => ({ index: { ...index, id: idAt.get(placeOf(raw.ref)) ?? index.id }, values })),
    failed: rejections.map((rejection) => ({ id: idAt.get(placeOf(rejection.ref)) ?? '', rejection })),
  }
}

function readable({ session }: Desk, id: string): StoredBody | undefined {
  try {
    return session.workspace.record.body(id)
  } catch {
    return undefined
  }
}

function placeOf(ref: { sourceId: string; file: string; row: number }): string {
  return JSON.stringify([ref.sourceId, ref.file, ref.row])
}
