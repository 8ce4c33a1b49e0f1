import type { JudgePlan } from '#filter'
import type { Columns } from '../columns.ts'
import { bitSql } from '../judging/bits.ts'
import { type Edge, edgesOf } from './edges-of.ts'

/** As far from an edge as it gets. */
const FAR = 1

/** A step with what people said of it. */
interface WeighedStep {
  gap: string
  hasEdges: boolean
  isFailed: string
  isFault: string
  weight: number
}

/**
 * How far a row is from the other verdict, from 0 to 1, over the alias e; see docs/queues.md. `weights` has a number from 0 to 1 for each step of the plan,
 * which must be the one in force.
 *
 * A step's gap is the least relative distance to one of its limits. What is kept goes by the least gap, for one step is enough to drop it; what is
 * dropped by the largest gap of the steps it fails, for all of them would have to give.
 */
export function distanceSql({ steps }: JudgePlan, weights: readonly number[], columns: Columns): string {
  const weighed = steps.map((step, place): WeighedStep => {
    const edges = step.kind === 'drop' ? edgesOf(step.when) : []
    const faults = step.faults.filter((id) => columns.measures.some((measure) => measure.id === id))
    return {
      gap: `least(${[FAR, ...edges.map((edge) => gapSql(edge, columns))].join(', ')})`,
      hasEdges: edges.length > 0,
      isFailed: `(e.failed & ${bitSql(place)}) <> 0`,
      isFault: ['false', ...faults.map((id) => `${columns.find(id).sql} IS NOT NULL`)].join(' OR '),
      weight: Number(weights[place] ?? 1),
    }
  })
  const kept = weighed.filter(({ hasEdges }) => hasEdges).map(({ gap, weight }) => `${gap} * ${weight}`)
  const dropped = weighed.map(
    ({ gap, isFailed, isFault, weight }) =>
      `CASE WHEN ${isFailed} THEN CASE WHEN ${isFault} THEN ${FAR} ELSE ${gap} END * ${weight} ELSE 0 END`,
  )
  return `CASE WHEN e.failed = 0 THEN least(${[FAR, ...kept].join(', ')}) ELSE greatest(${[0, ...dropped].join(', ')}) END`
}

/** NULL where the row has no such number, which `least` passes over. */
function gapSql({ column, limit }: Edge, columns: Columns): string {
  return `abs(${columns.find(column).sql} - ${Number(limit)}::DOUBLE) / ${Math.max(Math.abs(limit), 1)}::DOUBLE`
}
