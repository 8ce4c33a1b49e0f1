import { NO_PROGRESS } from '../bodies/store-rows.ts'
import type { Desk } from '../desk.ts'
import { type MeasuredRow, measureRows } from '../measure-rows.ts'
import { type Admitted, admission } from './admit-examples.ts'
import type { PackExample, PackHeader } from './pack-format.ts'
import { packLines } from './pack-lines.ts'

/** What became of a pack's examples. */
export interface TakenExamples {
  /** Stored now. */
  examples: number
  /** Here before, with the same bytes. */
  same: number
  rejected: { where: string; reason: string }[]
  /** Those that are here now, in the pack's order. */
  items: { id: string; needs: number }[]
}

/** Rows measured at a time: as many, or as much text (UTF-16 units). */
const TOGETHER = 64
const TEXT_TOGETHER = 8_000_000

/** Stores the examples of a pack and measures them; those that cannot be taken are told, and the others go on. Yields how many it has met. */
export async function* takeExamples(
  desk: Desk,
  path: string,
  header: PackHeader,
  signal: AbortSignal,
): AsyncGenerator<number, TakenExamples> {
  const admit = admission(desk, header)
  const taken: Omit<TakenExamples, 'items'> = { examples: 0, same: 0, rejected: [] }
  const inOrder: PackExample[] = []
  const here = new Set<string>()
  let batch: Admitted[] = []
  let met = 0
  for await (const line of packLines(path, signal)) {
    if (line.kind !== 'example' && line.kind !== 'bad-example') continue
    met += 1
    const admitted =
      line.kind === 'example' ? admit(line.example) : { kind: 'refuse' as const, where: `line ${line.line}`, reason: line.reason }
    if (line.kind === 'example' && admitted.kind !== 'refuse') inOrder.push({ ...line.example, body: '' })
    if (admitted.kind === 'refuse') taken.rejected.push({ where: admitted.where, reason: admitted.reason })
    if (admitted.kind === 'same' && line.kind === 'example') {
      taken.same += 1
      here.add(line.example.id)
    }
    if (admitted.kind === 'store') batch.push(admitted.admitted)
    if (batch.length < TOGETHER && textOf(batch) < TEXT_TOGETHER) continue
    await storeBatch(desk, batch, taken, here, signal)
    batch = []
    yield met
  }
  await storeBatch(desk, batch, taken, here, signal)
  return { ...taken, items: inOrder.filter(({ id }) => here.has(id)).map(({ id, needs }) => ({ id, needs })) }
}

function textOf(batch: readonly Admitted[]): number {
  return batch.reduce((sum, { example }) => sum + example.body.length, 0)
}

async function storeBatch(
  desk: Desk,
  batch: readonly Admitted[],
  taken: Omit<TakenExamples, 'items'>,
  here: Set<string>,
  signal: AbortSignal,
): Promise<void> {
  if (batch.length === 0) return
  const { session, pool } = desk
  const items = batch.map(({ raw, example }) => ({ raw, body: example.body }))
  const { rows, rejections } = await measureRows(pool, session.plan, items, signal)
  signal.throwIfAborted()
  const byPlace = new Map(batch.map((admitted) => [placeOf(admitted.raw), admitted]))
  for (const { ref, reason } of rejections) taken.rejected.push({ where: byPlace.get(placeOf({ ref }))?.where ?? ref.file, reason })
  const good: MeasuredRow[] = []
  for (const row of rows) {
    const admitted = byPlace.get(placeOf(row.raw))
    const reason = admitted ? mismatchOf(row, admitted.example) : null
    if (!admitted) continue
    if (reason) taken.rejected.push({ where: admitted.where, reason })
    else good.push({ ...row, index: { ...row.index, id: admitted.example.id } })
  }
  await store(desk, good)
  taken.examples += good.length
  for (const { index } of good) here.add(index.id)
}

async function store({ session }: Desk, rows: readonly MeasuredRow[]): Promise<void> {
  const { record, analysis } = session.workspace
  for (const sourceId of new Set(rows.map(({ raw }) => raw.ref.sourceId))) {
    const ofSource = rows.filter(({ raw }) => raw.ref.sourceId === sourceId)
    session.fetching.stored += record.putRows(sourceId, NO_PROGRESS, ofSource, []).length
  }
  for (const { index } of rows) session.examples.forget(index.id)
  if (rows.length > 0) await analysis.putExamples(rows.map(({ index, values }) => ({ index, values })))
}

function placeOf({ ref }: Pick<MeasuredRow['raw'], 'ref'>): string {
  return JSON.stringify([ref.sourceId, ref.revision, ref.file, ref.row])
}

/** Why a row is not the example the pack says it is; null when it is. */
function mismatchOf({ index }: MeasuredRow, { id, contentHash }: PackExample): string | null {
  if (index.contentHash !== contentHash) return 'Its content is not what its hash says.'
  const natural = index.id.toWellFormed()
  const isItsOwn = id === natural || (id.startsWith(`${natural}~`) && /^\d+$/.test(id.slice(natural.length + 1)))
  return isItsOwn ? null : 'Its id is not that of its content.'
}
