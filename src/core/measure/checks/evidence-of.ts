import type { Evidence } from '#record'
import type { Subject } from '../types.ts'
import type { Check } from './check.ts'

/** What a check found in one example, or why it did not come to an end. */
export type Looked = { evidence: readonly Evidence[]; fault: null } | { evidence: null; fault: string }

const known = new WeakMap<Subject, Map<string, Looked>>()

/** Runs a check once an example, however many measures ask. Never throws. */
export function evidenceOf(check: Check, subject: Subject): Looked {
  const looked = known.get(subject) ?? new Map<string, Looked>()
  known.set(subject, looked)
  const found = looked.get(check.id) ?? look(check, subject)
  looked.set(check.id, found)
  return found
}

function look(check: Check, subject: Subject): Looked {
  try {
    return { evidence: check.find(subject), fault: null }
  } catch (error) {
    return { evidence: null, fault: `${check.title} stopped: ${error instanceof Error ? error.message : String(error)}` }
  }
}
