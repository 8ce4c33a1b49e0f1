import type { Evidence, Message } from '#record'
import { callFactsOf } from '../../run-facts.ts'
import type { Subject } from '../../types.ts'
import type { Check } from '../check.ts'
import { argumentsOf, cite, contentOf, countKinds } from '../cite.ts'
import { callFaults } from './call-faults.ts'
import { toolSchemasOf } from './tool-schemas.ts'

const MALFORMED = ['unknown-tool', 'broken-arguments', 'missing-argument', 'wrong-type']

/**
 * Harnesses whose runs have one call a turn. SWE-agent's parser refuses more. OpenHands runs what a model's API gives, in turn, but its converter to
 * text (openhands/llm/fn_call_converter.py) refuses a message with more than one: so it is told as likely there. mini-swe-agent may run several.
 */
const ONE_A_TURN = new Map<string, Pick<Evidence, 'text' | 'certainty'>>([
  ['sweagent', { text: 'SWE-agent refuses more than one', certainty: 'certain' }],
  ['openhands', { text: 'OpenHands runs them one by one, but its text protocol allows one', certainty: 'likely' }],
])
const SEVERAL_A_TURN = new Set(['minisweagent'])

/** Calls that are not in the form the row's tools and its harness ask for. */
export const callForm: Check = {
  id: 'call-form',
  version: 2,
  title: 'Form of calls',
  kinds: {
    'unknown-tool': 'A call of a tool that is not among the row’s tools. Rows without tools say nothing.',
    'broken-arguments': 'Arguments that are not JSON, or not an object.',
    'missing-argument': 'An argument the tool requires is not there.',
    'wrong-type': 'A required argument has another JSON type than the tool’s schema says.',
    'concurrent-calls': 'A turn with several calls, under a harness whose runs have one a turn (SWE-agent, OpenHands).',
    'several-calls': 'A turn with several calls, under a harness nobody knows. Not counted.',
    'unanswered-call': 'A call without a result; those that hand the work in need none.',
    'unasked-result': 'A result that answers no call.',
  },
  measures: [
    {
      id: 'malformed_calls',
      label: 'Calls malformed',
      unit: 'calls',
      type: 'integer',
      group: 'calls',
      help: 'Calls of a tool the row does not define, with arguments that are no JSON object, or without a required argument (or one of another JSON type). Tools are judged only where the row defines them.',
      compute: (evidence) => countCalls(evidence, MALFORMED),
    },
    {
      id: 'unknown_tools',
      label: 'Unknown tools',
      unit: 'calls',
      type: 'integer',
      group: 'calls',
      help: 'Calls of a tool that is not among the row’s tools; 0 where the row defines none.',
      compute: (evidence) => countKinds(evidence, 'unknown-tool'),
    },
    {
      id: 'missing_arguments',
      label: 'Arguments missing',
      unit: 'calls',
      type: 'integer',
      group: 'calls',
      help: 'Calls without an argument that the row’s tool requires; 0 where the row defines no tools.',
      compute: (evidence) => countKinds(evidence, 'missing-argument'),
    },
    {
      id: 'illegal_concurrent_turns',
      label: 'Illegal concurrent turns',
      unit: 'steps',
      type: 'integer',
      group: 'calls',
      help: 'Turns with more than one call under a harness whose runs have one a turn: SWE-agent, which refuses more, and OpenHands, whose converter to text does. mini-swe-agent may run several, other harnesses are not judged.',
      compute: (evidence) => countKinds(evidence, 'concurrent-calls'),
    },
  ],
  find: (subject) => {
    const { messages, tools } = subject.example
    const schemas = toolSchemasOf(tools)
    const ends = new Set(callFactsOf(subject.example).flatMap(({ call, isEnd }) => (isEnd ? [call] : [])))
    return messages.flatMap((message) => [
      ...message.calls.flatMap((call, at) => {
        const faults: Pick<Evidence, 'kind' | 'text'>[] = callFaults(call, schemas)
        if (call.resultIndex === null && !ends.has(call)) faults.push({ kind: 'unanswered-call', text: 'Nothing answers this call.' })
        return faults.map((fault) => certain(fault, subject, argumentsOf(message.index, at)))
      }),
      ...concurrency(message, subject),
      ...unasked(message, subject),
    ])
  },
}

function countCalls(evidence: readonly Evidence[], kinds: readonly string[]): number {
  return new Set(evidence.flatMap(({ kind, at }) => (at !== null && kinds.includes(kind) ? [`${at.messageIndex} ${at.call}`] : []))).size
}

function concurrency(message: Message, subject: Subject): Evidence[] {
  const { harness } = subject.example
  const count = message.calls.length
  if (count < 2 || SEVERAL_A_TURN.has(harness ?? '')) return []
  const illegal = ONE_A_TURN.get(harness ?? '')
  const first = cite(subject.example, argumentsOf(message.index, 0))
  return [
    {
      kind: illegal ? 'concurrent-calls' : 'several-calls',
      text: `${count} calls in one turn; ${illegal?.text ?? 'the harness may take only one'}.`,
      certainty: illegal?.certainty ?? 'possible',
      ...cite(subject.example, argumentsOf(message.index, 1)),
      parts: [{ what: 'earlier', ...first }],
    },
  ]
}

function unasked({ index, result }: Message, subject: Subject): Evidence[] {
  if (result === null || result.call !== null) return []
  return [certain({ kind: 'unasked-result', text: 'This result answers no call.' }, subject, contentOf(index))]
}

function certain(fault: Pick<Evidence, 'kind' | 'text'>, { example }: Subject, text: ReturnType<typeof contentOf>): Evidence {
  return { ...fault, certainty: 'certain', ...cite(example, text), parts: [] }
}
