import type { Evidence, EvidencePart, Example, Message } from '#record'
import type { Check } from '../check.ts'
import { argumentsOf, cite, contentOf, countKinds } from '../cite.ts'
import { endEvidence } from './end-evidence.ts'
import { type MarkFound, markOf } from './harness-marks.ts'

const SENTENCES: Record<MarkFound['kind'], string> = {
  'runtime-error': 'The environment failed to run this: the harness’s own words, not a program’s.',
  'model-error': 'The model’s side failed: an error of its API stands in the run.',
  'command-timeout': 'The harness stopped this command because it ran too long.',
}

/** Errors of the harness and its environment, and runs that were cut short. */
export const environment: Check = {
  id: 'environment',
  version: 1,
  title: 'Environment',
  kinds: {
    'runtime-error': 'The harness’s runtime, shell or container failed on a call.',
    'model-error': 'An error of the model’s API stands in the run.',
    'ended-in-error': 'The run was ended by an error of the harness or its environment.',
    'command-timeout': 'The harness stopped a command that ran too long. Not counted as an error of the environment.',
    'given-up': 'The harness ended the run for the agent’s malformed answers or loops.',
    'cap-hit': 'The run was ended by a limit: turns, cost, context or time.',
    'left-open': 'The run stops midway, without a submission.',
    'not-handed-in': 'The run ends in words; the work was never handed in.',
  },
  measures: [
    {
      id: 'environment_errors',
      label: 'Environment errors',
      unit: 'messages',
      type: 'integer',
      group: 'run',
      help: 'Failures of the harness, its container or the model’s API, by the harness’s own words in results, at the last message or in the exit status. Errors of programs the agent ran, and commands that ran too long, do not count.',
      compute: (evidence) => countKinds(evidence, 'runtime-error', 'model-error', 'ended-in-error'),
    },
    {
      id: 'command_timeouts',
      label: 'Commands timed out',
      unit: 'calls',
      type: 'integer',
      group: 'calls',
      help: 'Commands the harness stopped because they ran too long.',
      compute: (evidence) => countKinds(evidence, 'command-timeout'),
    },
  ],
  find: ({ example }) => {
    const begin = example.messages.findIndex(({ role }) => role === 'assistant')
    const answers = begin === -1 ? [] : example.messages.slice(begin).filter(({ role }) => role !== 'assistant')
    return [...answers.flatMap((message) => marked(message, example)), ...endEvidence(example)]
  },
}

function marked(message: Message, example: Example): Evidence[] {
  const mark = markOf(message, example.harness)
  if (mark === null) return []
  const asked = message.result?.call
  const parts: EvidencePart[] = asked ? [{ what: 'earlier', ...cite(example, argumentsOf(asked.messageIndex, asked.callIndex)) }] : []
  const place = cite(example, contentOf(message.index), mark.start, mark.end)
  return [{ kind: mark.kind, text: SENTENCES[mark.kind], certainty: 'certain', ...place, parts }]
}
