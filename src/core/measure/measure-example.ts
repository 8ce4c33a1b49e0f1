import type { Example, Measurements } from '#record'
import { measures } from './measures.ts'
import { DEFAULT_PLAN, subjectOf } from './subject.ts'
import type { CheckGuard, MeasurePlan } from './types.ts'

/** The measures of an example that the plan wants, by id. */
export function measureExample(example: Example, { tokenizer, only }: MeasurePlan = DEFAULT_PLAN, guard?: CheckGuard): Measurements {
  const subject = subjectOf(example, tokenizer, guard)
  const wanted = only === null ? measures : measures.filter(({ id }) => only.includes(id))
  return Object.fromEntries(wanted.map((measure) => [measure.id, measure.compute(subject)]))
}
