import type { Expression } from '#filter'
import { type ExportChoice, fault } from '#record'
import type { Query } from '#store'
import type { Desk } from '../desk.ts'
import { queryOf } from '../query-of.ts'
import { queueOf } from '../queues/held-queues.ts'

/**
 * The examples a choice looks at: its selection, and of these its queue's.
 *
 * @throws FaultError `not-found` when there is no such queue, `bad-input` for a selection by a draft of a recipe, which nothing remembers
 */
export function selectedBy({ session }: Pick<Desk, 'session'>, { selection, queue }: Pick<ExportChoice, 'selection' | 'queue'>): Query {
  if (selection.moved) {
    throw fault('bad-input', 'What a draft of the recipe would move is no selection to export: it is gone with the next draft.', {
      culprit: 'moved',
      remedy: 'Apply the recipe, then select by outcome or by its steps.',
    })
  }
  const query = queryOf(selection)
  return queue === null ? query : { ...query, ids: queueOf(session, queue).queue.items.map(({ id }) => id) }
}

/** A query with more conditions. */
export function narrowed(query: Query, ...conditions: readonly Expression[]): Query {
  const all = [...(query.where ? [query.where] : []), ...conditions]
  const [first, ...rest] = all
  return first ? { ...query, where: rest.reduce((left, right): Expression => ({ kind: 'and', left, right }), first) } : query
}

/** Only what is measured leaves. */
export const IS_MEASURED: Expression = { kind: 'compare', column: 'is_measured', operator: '==', value: true }

/** People changed something of how it is trained on. */
export const IS_EDITED: Expression = either(
  { kind: 'compare', column: 'is_cut', operator: '==', value: true },
  either(
    { kind: 'compare', column: 'masked_messages', operator: '>', value: 0 },
    { kind: 'compare', column: 'redactions', operator: '>', value: 0 },
  ),
)

function either(left: Expression, right: Expression): Expression {
  return { kind: 'or', left, right }
}

/** Whose word lets an example leave. */
export function outcomeIs(outcome: ExportChoice['outcome']): Expression {
  return outcome === 'accepted'
    ? { kind: 'compare', column: 'decision', operator: '==', value: 'accept' }
    : { kind: 'compare', column: 'outcome', operator: '==', value: 'keep' }
}
