import type { Evidence, MeasureValues } from '#record'
import type { Subject } from '../types.ts'
import type { Check } from './check.ts'

/** What a check found in one example with the numbers counted from it, or why it did not come to an end. */
export type Looked = { evidence: readonly Evidence[]; values: MeasureValues; fault: null } | { evidence: null; values: null; fault: string }

const known = new WeakMap<Subject, Map<string, Looked>>()

/** Runs a check once an example, however many measures ask. Never throws. */
export function evidenceOf(check: Check, subject: Subject): Looked {
  const looked = known.get(subject) ?? new Map<string, Looked>()
  known.set(subject, looked)
  const found = looked.get(check.id) ?? guarded(check, subject)
  looked.set(check.id, found)
  return found
}

function guarded(check: Check, subject: Subject): Looked {
  const { guard } = subject
  const fault = guard?.skipped[check.id]
  if (fault !== undefined) return { evidence: null, values: null, fault }
  return guard ? guard.within(check.id, () => look(check, subject)) : look(check, subject)
}

/** Counting belongs to the check: evidence it cannot count is as good as none. */
function look(check: Check, subject: Subject): Looked {
  try {
    const evidence = check.find(subject)
    const values = Object.fromEntries(check.measures.map((measure) => [measure.id, measure.compute(evidence, subject)]))
    return { evidence, values, fault: null }
  } catch (error) {
    return { evidence: null, values: null, fault: `${check.title} stopped: ${error instanceof Error ? error.message : String(error)}` }
  }
}
