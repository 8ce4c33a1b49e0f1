import type { Comparison, Expression } from '#filter'
import type { QueueDefinition } from '#record'
import type { Query } from '../../types.ts'

const is = (column: string, operator: Comparison, value: string | number | boolean | null): Expression => ({
  kind: 'compare',
  column,
  operator,
  value,
})
const both = (left: Expression, right: Expression): Expression => ({ kind: 'and', left, right })
const either = (left: Expression, right: Expression): Expression => ({ kind: 'or', left, right })

/** Nobody's answer stands, or one is about other bytes than the row has by now. */
const UNDECIDED = either(is('decided_by', '==', ''), is('is_stale', '==', true))

/** People differ, or they and the recipe do. */
const DISAGREEMENT = either(
  is('is_disputed', '==', true),
  either(
    both(is('decision', '==', 'accept'), is('verdict', '==', 'drop')),
    both(is('decision', '==', 'reject'), is('verdict', '==', 'keep')),
  ),
)

/** Which examples a queue chooses from: what is selected, and what its definition leaves of that. */
export function queueQuery(query: Query, { order, onlyUndecided, onlyUnlabelled }: QueueDefinition, onlyMeasured: boolean): Query {
  const conditions = [
    query.where ?? null,
    onlyUndecided ? UNDECIDED : null,
    onlyUnlabelled ? is('resolved', '==', -1) : null,
    onlyMeasured ? is('is_measured', '==', true) : null,
    // Without a verdict there is no edge to be near to.
    order === 'borderline' ? is('verdict', '!=', null) : null,
    order === 'disagreements' ? DISAGREEMENT : null,
  ].filter((condition) => condition !== null)
  const [first, ...rest] = conditions
  return { ...query, where: first ? rest.reduce(both, first) : null }
}
