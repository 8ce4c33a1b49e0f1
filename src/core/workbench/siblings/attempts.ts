import type { z } from 'zod'
import type { siblings } from '#contract'
import { inPreference, suggestBest } from '#review'
import type { Query } from '#store'
import { rowOf } from '../decide.ts'
import type { Desk } from '../desk.ts'

/** Most attempts shown at once. */
const MOST = 200

/** Attempts at the instance of an example, itself among them. One that names no instance is alone. */
export async function attemptsOf(desk: Desk, id: string): Promise<z.infer<typeof siblings>> {
  const row = await rowOf(desk, id)
  if (row.instanceId === null) return { instanceId: row.id, attempts: [row], total: 1, suggestion: null }
  const { rows, total } = await desk.session.workspace.analysis.page(ofInstance(row.instanceId), null, 0, MOST)
  // Among very many, itself may be behind the last that is shown.
  const attempts = inPreference(rows.some((one) => one.id === id) ? rows : [row, ...rows.slice(1)])
  return { instanceId: row.instanceId, attempts, total, suggestion: suggestBest(attempts) }
}

/** Other attempts at the instance of this row. */
export async function countSiblings(desk: Desk, { instanceId }: { instanceId: string | null }): Promise<number> {
  if (instanceId === null) return 0
  return Math.max(0, (await desk.session.workspace.analysis.count(ofInstance(instanceId))) - 1)
}

function ofInstance(value: string): Query {
  return { where: { kind: 'compare', column: 'instance_id', operator: '==', value } }
}
