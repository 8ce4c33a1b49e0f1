import { createHash } from 'node:crypto'
import type { Chosen, ChosenUnit } from '#export'
import type { ExportPlan } from '#record'
import type { Desk } from '../desk.ts'

/** What a plan lets leave: every example whose outcome is keep, in the order of ids. */
export async function choosePlan(desk: Desk, _plan: ExportPlan, signal?: AbortSignal): Promise<Chosen> {
  const { analysis } = desk.session.workspace
  const units: ChosenUnit[] = []
  for await (const { id } of analysis.rows({ facets: { measured: ['measured'], outcome: ['keep'] } }, null, { measures: [] })) {
    signal?.throwIfAborted()
    units.push({ ids: [id], split: null })
  }
  const hash = createHash('sha256').update(JSON.stringify(units)).digest('hex')
  return { units, hash, steps: [], mixture: [], splits: null, warnings: [] }
}
