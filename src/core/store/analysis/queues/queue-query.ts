import type { Expression } from '#filter'
import type { QueueDefinition } from '#record'
import type { Query } from '../../types.ts'

const UNLABELLED: Expression = { kind: 'compare', column: 'resolved', operator: '==', value: -1 }
const MEASURED: Expression = { kind: 'compare', column: 'is_measured', operator: '==', value: true }

/** Nobody's answer stands, or the row has other bytes by now. */
const UNDECIDED: Expression = {
  kind: 'or',
  left: { kind: 'compare', column: 'decided_by', operator: '==', value: '' },
  right: { kind: 'compare', column: 'is_stale', operator: '==', value: true },
}

/** Which examples a queue chooses from: what is selected, and what its definition leaves of that. */
export function queueQuery(query: Query, { order, onlyUndecided, onlyUnlabelled }: QueueDefinition): Query {
  const conditions = [
    ...(query.where ? [query.where] : []),
    ...(onlyUndecided ? [UNDECIDED] : []),
    ...(onlyUnlabelled ? [UNLABELLED] : []),
    // There is no edge of a verdict to be near to.
    ...(order === 'borderline' ? [MEASURED] : []),
  ]
  const [first, ...rest] = conditions
  return { ...query, where: first ? rest.reduce<Expression>((left, right) => ({ kind: 'and', left, right }), first) : null }
}
