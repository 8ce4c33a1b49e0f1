import type { Evidence, Example } from '#record'
import { answersOf } from './answers.ts'
import type { Attempt, UnparsedScript } from './attempt.ts'
import { attemptsOf } from './attempts.ts'
import { HistoryTracker } from './known-history.ts'
import { outputOf } from './output-of.ts'

/** Everything the check finds in a run, in its order. */
export function evidenceIn(example: Example): Evidence[] {
  const { attempts, unparsed } = attemptsOf(example)
  const tracker = new HistoryTracker(example)
  const found: Evidence[] = []
  for (const call of byCall(attempts)) {
    const output = call[0] ? outputOf(example, call[0]) : null
    if (call.some(({ tier }) => tier !== 'safe')) found.push(...answersOf(example, call, output, tracker.known))
    tracker.learn(call, output?.text ?? '')
  }
  return [...found, ...unparsed.map((script) => unparsedIn(example, script))].sort((a, b) => messageOf(a) - messageOf(b))
}

const messageOf = ({ at }: Evidence): number => at?.messageIndex ?? 0

function byCall(attempts: readonly Attempt[]): Attempt[][] {
  const calls = new Map<string, Attempt[]>()
  for (const attempt of attempts) {
    const key = `${attempt.messageIndex} ${attempt.callIndex}`
    const call = calls.get(key)
    if (call) call.push(attempt)
    else calls.set(key, [attempt])
  }
  return [...calls.values()]
}

function unparsedIn({ messages }: Example, { messageIndex, callIndex, kind, reason }: UnparsedScript): Evidence {
  const text = messages[messageIndex]?.calls[callIndex]?.argumentsText ?? ''
  const at = { messageIndex, field: 'arguments' as const, call: callIndex, start: 0, end: text.length }
  return {
    kind: 'unparsed',
    text: `This script could not be parsed (${kind}): ${reason}`,
    certainty: 'certain',
    at,
    quote: text.slice(0, 400),
    parts: [],
  }
}
