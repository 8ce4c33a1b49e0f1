import type { Decision, Outcome, Verdict } from '#record'

/** `decision ?? verdict` in the outcome's words: accept is keep, reject is drop; null when neither spoke. */
export function outcomeOf(decision: Decision | null, verdict: Verdict | null): Outcome | null {
  if (decision !== null) return decision === 'accept' ? 'keep' : 'drop'
  return verdict
}
