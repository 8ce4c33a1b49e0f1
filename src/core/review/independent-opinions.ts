import type { Decision, LedgerEntry } from '#record'
import { byExample } from './by-example.ts'
import { isAnswer } from './standing-answers.ts'
import { takenBack } from './taken-back.ts'

/** What somebody said of an example on their own account. */
export interface IndependentOpinion {
  decision: Decision
  isBlind: boolean
}

/**
 * By example, then by reviewer: each one's newest answer before any of theirs that settles. An answer that settles was given knowing the others', so it
 * says nothing of how far two people agree.
 */
export function independentOpinions(entries: readonly LedgerEntry[]): Map<string, Map<string, IndependentOpinion>> {
  const gone = takenBack(entries)
  const opinions = new Map<string, Map<string, IndependentOpinion>>()
  for (const [exampleId, about] of byExample(entries)) {
    opinions.set(exampleId, opinionsOf(about.filter((entry) => isAnswer(entry) && !gone.has(entry.seq))))
  }
  return opinions
}

function opinionsOf(answers: readonly LedgerEntry[]): Map<string, IndependentOpinion> {
  const opinions = new Map<string, IndependentOpinion>()
  const settled = new Set<string>()
  for (const { kind, reviewer, settles, isBlind = false } of answers) {
    if (settles) settled.add(reviewer)
    if (settled.has(reviewer)) continue
    opinions.delete(reviewer)
    if (kind === 'accept' || kind === 'reject') opinions.set(reviewer, { decision: kind, isBlind })
  }
  return opinions
}
