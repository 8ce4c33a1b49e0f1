import type { Evidence, Example } from '#record'
import { exitStatusOf, type RunEnd, runEndOf } from '../../measures/run-end.ts'
import { argumentsOf, type Cited, cite, contentOf } from '../cite.ts'

/** Ends an agent brought about itself: answers in no form the harness reads, or going in circles. */
const OWN_FAULT = /format|stuck|loop/i

const SENTENCES: Record<Exclude<RunEnd, 'submitted'>, string> = {
  limit: 'The run was ended by a limit (turns, cost, context or time)',
  error: 'The run was ended by an error of the harness or its environment',
  message: 'The run ends in words of the agent; the work was never handed in',
  open: 'The run stops midway: the last call has no result, or nobody took it up',
}

const KINDS: Record<Exclude<RunEnd, 'submitted'>, string> = {
  limit: 'cap-hit',
  error: 'ended-in-error',
  message: 'not-handed-in',
  open: 'left-open',
}

/** How a run ended that did not end in handing the work in, at its last message; none for one that did. */
export function endEvidence(example: Example): Evidence[] {
  const end = runEndOf(example)
  if (end === null || end === 'submitted') return []
  const status = exitStatusOf(example)
  const place = lastPlace(example)
  const isOwn = end === 'error' && OWN_FAULT.test(status || (place?.quote ?? ''))
  const sentence = isOwn ? 'The harness gave up on the agent: its answers had no form it reads, or it went in circles' : SENTENCES[end]
  return [
    {
      kind: isOwn ? 'given-up' : KINDS[end],
      text: `${sentence}${status === '' ? '' : `; exit status “${status.trim()}”`}.`,
      certainty: end === 'open' || end === 'message' ? 'likely' : 'certain',
      ...(place ?? { at: null, quote: '' }),
      parts: [],
    },
  ]
}

/** What the last message says, or, where it says nothing, its last call. */
function lastPlace(example: Example): Cited | null {
  const last = example.messages.at(-1)
  if (!last) return null
  const isCall = last.content === '' && last.calls.length > 0
  return cite(example, isCall ? argumentsOf(last.index, last.calls.length - 1) : contentOf(last.index))
}
