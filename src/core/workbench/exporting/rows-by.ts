import type { MakeRows } from '#export'
import { type ExampleRow, type ExportPlan, fault, type LedgerEntry } from '#record'
import { editsByExample } from '#review'
import { openExample } from '../bodies/open-example.ts'
import type { Desk } from '../desk.ts'
import { makeRowsIn } from './make-rows.ts'
import { keptTemplate } from './templates/kept-templates.ts'
import type { ExportPool } from './threads/export-pool.ts'
import type { MakerSource, PackedExample } from './threads/task.ts'

/** What a plan's rows are made by: the edits of this ledger, in these threads. */
export async function rowsBy(
  desk: Desk,
  plan: ExportPlan,
  { ledger, pool, signal }: { ledger: readonly LedgerEntry[]; pool: ExportPool; signal: AbortSignal },
): Promise<MakeRows> {
  const editsOf = editsByExample(ledger)
  return makeRowsIn({
    pool,
    source: await makerSource(desk, plan),
    signal,
    bodyOf: (row) => bodyOf(desk, row, signal),
    editsOf: ({ id, contentHash }) => editsOf(id, contentHash),
  })
}

/** What rows of a plan are made by, as it crosses to a thread. */
export async function makerSource({ session }: Desk, { target, policies, options }: MakerSource['plan']): Promise<MakerSource> {
  const template = options.template === null ? null : await keptTemplate(session.workspace, options.template)
  return { plan: { target, policies, options }, template, tokenizer: session.plan.tokenizer }
}

/** The stored row of an example; one that was let go of since it was fetched is fetched again. */
export async function bodyOf(
  desk: Desk,
  { id }: Pick<ExampleRow, 'id'>,
  signal: AbortSignal,
): Promise<Omit<PackedExample, 'row' | 'edits'>> {
  const { record } = desk.session.workspace
  const here = record.packedBody(id)
  if (here) return here
  await openExample(desk, id, signal)
  const fetched = record.packedBody(id)
  if (fetched) return fetched
  throw fault('conflict', `The row of example ${id} was let go of again before it could leave.`, {
    culprit: id,
    remedy: 'Let the cache have more room in the settings, then export again.',
  })
}
