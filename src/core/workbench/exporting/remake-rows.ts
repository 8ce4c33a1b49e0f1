import { type ChosenUnit, targetOf, unitsOf } from '#export'
import type { ExampleRow, ExportPlan, LedgerEntry, Split } from '#record'
import type { Desk } from '../desk.ts'
import { MEASURED } from '../query-of.ts'
import { rowsBy } from './rows-by.ts'
import { createExportPool } from './threads/export-pool.ts'

/** A row of an export as it is made now. */
export interface RemadeRow {
  /** One example, or a pair with the chosen one first. */
  ids: string[]
  split: Split | null
  /** What each file would get, by its name; none where a policy leaves it out. */
  rows: { file: string; sha256: string; bytes: Uint8Array }[]
}

/**
 * Makes the rows of an export anew, by the same threads, in the order of its units; nothing is written.
 *
 * @param ledger whose edits are applied: all entries up to the export's head
 * @throws FaultError `conflict` when an example of a unit is not measured here; `workspace-damaged`, `cancelled` and the like from making rows
 */
export async function* remakeRows(
  desk: Desk,
  plan: ExportPlan,
  { units, ledger }: { units: readonly ChosenUnit[]; ledger: readonly LedgerEntry[] },
  signal: AbortSignal,
): AsyncGenerator<RemadeRow> {
  const pool = createExportPool({ workerUrl: desk.options.exportWorkerUrl })
  const { files } = targetOf(plan.target)
  const rows: AsyncIterable<ExampleRow> = desk.session.workspace.analysis.rows(MEASURED)
  try {
    const make = await rowsBy(desk, plan, { ledger, pool, signal })
    for await (const { unit, made } of make(unitsOf(rows, { units }))) {
      const written = made.rows.map(({ file, sha256, bytes }) => {
        const spec = files.find(({ id }) => id === file)
        return { file: spec?.nameOfUnit?.(unit.rows[0].id) ?? spec?.name(unit.split) ?? file, sha256, bytes }
      })
      yield { ids: unit.rows.map(({ id }) => id), split: unit.split, rows: written }
    }
  } finally {
    await pool.close()
  }
}
