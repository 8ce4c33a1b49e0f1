import { type Funnel, fault } from '#record'

/**
 * The funnel over two sets of examples that share none: every number of it is a sum.
 *
 * @throws FaultError `internal` when they are not of one recipe
 */
export function addFunnels(a: Funnel, b: Funnel): Funnel {
  const rules = ({ steps }: Funnel) => steps.map(({ rule, summary }) => `${rule} (${summary})`).join(', ')
  if (rules(a) !== rules(b)) throw fault('internal', `Funnels of two recipes were to be added: ${rules(a)}; and ${rules(b)}.`)
  return {
    total: a.total + b.total,
    kept: a.kept + b.kept,
    dropped: a.dropped + b.dropped,
    overlap: [],
    steps: a.steps.map((step, place) => {
      const { dropped = 0, only = 0, remaining = 0 } = b.steps[place] ?? {}
      return { ...step, dropped: step.dropped + dropped, only: step.only + only, remaining: step.remaining + remaining }
    }),
  }
}
