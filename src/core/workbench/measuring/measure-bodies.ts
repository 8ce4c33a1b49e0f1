import type { ExampleIndex, Measurements, Rejection } from '#record'
import type { StoredBody } from '#store'
import type { Desk } from '../desk.ts'
import { measureRows } from '../measure-rows.ts'

/** Stored rows after parse and measure, under the ids they are stored by. */
export interface MeasuredBodies {
  rows: { index: ExampleIndex; values: Measurements }[]
  failed: { id: string; rejection: Rejection }[]
}

/** Text in memory at a time (UTF-16 units): rows of 20 MB are measured one by one. */
const TOGETHER = 8_000_000

/**
 * Measures rows that are here, by the plan in force: everything, or `only` some measures. Those that are not here, or whose body is damaged, are left
 * out: opening one says what is wrong with it.
 */
export async function measureBodies(
  desk: Desk,
  ids: readonly string[],
  signal: AbortSignal,
  only: readonly string[] | null = null,
): Promise<MeasuredBodies> {
  const measured: MeasuredBodies = { rows: [], failed: [] }
  for (const bodies of readTogether(desk, ids)) {
    const { rows, failed } = await measureTogether(desk, bodies, signal, only)
    measured.rows.push(...rows)
    measured.failed.push(...failed)
  }
  return measured
}

function* readTogether(desk: Desk, ids: readonly string[]): Generator<StoredBody[]> {
  let bodies: StoredBody[] = []
  let units = 0
  for (const id of ids) {
    const body = readable(desk, id)
    if (!body) continue
    bodies.push(body)
    units += body.body.length
    if (units < TOGETHER) continue
    yield bodies
    bodies = []
    units = 0
  }
  if (bodies.length > 0) yield bodies
}

async function measureTogether(
  desk: Desk,
  bodies: readonly StoredBody[],
  signal: AbortSignal,
  only: readonly string[] | null,
): Promise<MeasuredBodies> {
  const items = bodies.map(({ ref, hints, body }) => ({ raw: { ref, hints }, body }))
  const { rows, rejections } = await measureRows(desk.pool, { ...desk.session.plan, only }, items, signal)
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
