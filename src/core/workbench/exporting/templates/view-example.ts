import type { z } from 'zod'
import { exportPlan, type trainerInput } from '#contract'
import { fault, type TrainerView } from '#record'
import { openExample } from '../../bodies/open-example.ts'
import type { Desk } from '../../desk.ts'
import { standingEdits } from '../../steps/standing-edits.ts'
import { bodyOf, makerSource } from '../rows-by.ts'
import { ThreadEnd } from '../threads/thread-end.ts'

/**
 * An example as the trainer of a target reads it, made in a thread by what an export's rows are made by.
 *
 * @throws FaultError `not-found` for an example or a template the workspace does not have; `bad-input` where it takes the template too long
 */
export async function viewExample(desk: Desk, { id, ...said }: z.infer<typeof trainerInput>, signal?: AbortSignal): Promise<TrainerView> {
  const source = await makerSource(desk, exportPlan.parse(said))
  await openExample(desk, id, signal)
  const row = await desk.session.workspace.analysis.row(id)
  if (!row) throw fault('not-found', `There is no example ${id}.`, { culprit: id, remedy: 'Look for its id with winnow list.' })
  const body = await bodyOf(desk, row, signal ?? new AbortController().signal)
  try {
    return await desk.rowPool.ask({ kind: 'view', source, examples: [{ ...body, row, edits: standingEdits(desk, id) }] }, signal)
  } catch (error) {
    if (!(error instanceof ThreadEnd)) throw error
    throw fault('bad-input', `Example ${id} cannot be shown as ${said.target} reads it: making it ${error.message}.`, {
      culprit: source.template?.name ?? id,
      remedy: 'Choose another chat template, or none.',
      cause: error,
    })
  }
}
