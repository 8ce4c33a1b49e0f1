import { type ExampleRow, fault } from '#record'
import type { ChosenUnit } from '../plan/chosen.ts'
import type { WantedUnit } from '../types.ts'

/**
 * The chosen units with their lines of the table, in the order they were chosen: rows are read once and in their own order, and those of a pair are held
 * until both are there.
 *
 * @throws FaultError `conflict` when a chosen example is not among the rows
 */
export async function* unitsOf(rows: AsyncIterable<ExampleRow>, { units }: { units: readonly ChosenUnit[] }): AsyncGenerator<WantedUnit> {
  const uses = new Map<string, number>()
  for (const { ids } of units) for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1)
  const held = new Map<string, ExampleRow>()
  let next = 0
  for await (const row of rows) {
    if (uses.has(row.id)) held.set(row.id, row)
    for (let unit = units[next]; unit?.ids.every((id) => held.has(id)); unit = units[next]) {
      next += 1
      yield { rows: unit.ids.map((id) => take(id, held, uses)) as unknown as WantedUnit['rows'], split: unit.split }
    }
  }
  const missing = units[next]?.ids.find((id) => !held.has(id))
  if (missing === undefined) return
  throw fault('conflict', `Example ${missing} was chosen and is not there any more.`, {
    culprit: missing,
    remedy: 'Look at the preview again.',
  })
}

/** A row that no further unit wants is let go of. */
function take(id: string, held: Map<string, ExampleRow>, uses: Map<string, number>): ExampleRow {
  const row = held.get(id)
  if (!row) throw new Error(`not held: ${id}`)
  const left = (uses.get(id) ?? 1) - 1
  uses.set(id, left)
  if (left === 0) held.delete(id)
  return row
}
