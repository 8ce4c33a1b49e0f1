import type { Evidence, Example } from '#record'
import { argumentsOf, cite } from '../cite.ts'
import { answersOf } from './answers.ts'
import type { Attempt, UnparsedScript } from './attempt.ts'
import { attemptsOf } from './attempts.ts'
import { HistoryTracker } from './known-history.ts'
import { outputAt } from './output-of.ts'
import { readLater } from './read-later.ts'
import { takenIn } from './taken.ts'

/** Everything the check finds in a run, in its order. */
export function evidenceIn(example: Example): Evidence[] {
  const { attempts, unparsed } = attemptsOf(example)
  const tracker = new HistoryTracker(example)
  const found: Evidence[] = []
  for (const together of byOutput(example, attempts)) {
    const output = together[0] ? outputAt(example, together[0]) : null
    found.push(...answersOf(example, together, output, tracker.known))
    tracker.learn(together, output?.text ?? '')
  }
  found.push(...readLater(example, attempts), ...takenIn(example, attempts), ...unparsed.map((script) => unparsedIn(example, script)))
  return found.sort((a, b) => messageOf(a) - messageOf(b))
}

const messageOf = ({ at }: Evidence): number => at?.messageIndex ?? 0

/** Commands by the result that answers them: of calls written as text, one result answers all calls of a message. */
function byOutput({ messages }: Example, attempts: readonly Attempt[]): Attempt[][] {
  const outputs = new Map<string, Attempt[]>()
  for (const attempt of attempts) {
    const answer = messages[attempt.messageIndex]?.calls[attempt.callIndex]?.resultIndex ?? null
    const key = answer === null ? `${attempt.messageIndex} ${attempt.callIndex}` : `${answer}`
    const together = outputs.get(key)
    if (together) together.push(attempt)
    else outputs.set(key, [attempt])
  }
  return [...outputs.values()]
}

function unparsedIn(example: Example, { messageIndex, callIndex, kind, reason }: UnparsedScript): Evidence {
  const text = `This script could not be parsed (${kind}): ${reason}`
  return { kind: 'unparsed', text, certainty: 'certain', ...cite(example, argumentsOf(messageIndex, callIndex)), parts: [] }
}
