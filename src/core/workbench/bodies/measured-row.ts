import { type ExampleRow, fault } from '#record'
import type { ReadExample } from '../cached-examples.ts'
import type { Desk } from '../desk.ts'
import { measureRows } from '../measure-rows.ts'
import { settleRows } from '../settle-rows.ts'

/** The table's row of an example whose row is here, measured on the spot where that was still to come. */
export async function measuredRow(desk: Desk, read: ReadExample, signal?: AbortSignal): Promise<ExampleRow> {
  const { analysis } = desk.session.workspace
  const { id } = read.example
  const row = await analysis.row(id)
  if (row?.isMeasured) return row
  await measureNow(desk, read, signal)
  const measured = (await analysis.row(id)) ?? row
  if (measured) return measured
  throw fault('not-found', `Example ${id} cannot be measured.`, { culprit: id, remedy: 'Look at the rejected rows for the reason.' })
}

async function measureNow(desk: Desk, { example, body }: ReadExample, signal?: AbortSignal): Promise<void> {
  const { ref, hints, id } = example
  const { fetching, plan } = desk.session
  const { rows } = await measureRows(fetching.pool, plan, [{ raw: { ref, hints }, body }], signal)
  await settleRows(
    desk,
    rows.map(({ index, values }) => ({ index: { ...index, id }, values })),
    { plan },
  )
}
