import type { Evidence, EvidencePart, Example } from '#record'
import type { Check } from '../check.ts'
import { argumentsOf, type Cited, cite, contentOf, countKinds } from '../cite.ts'
import { errorRepeats } from './error-repeats.ts'
import { findLoops, LEAST_EVENTS, type Loop, type LoopKind, type SameAnswer } from './find-loops.ts'
import { type RunEvent, runEventsOf } from './run-events.ts'
import { isSameOutput } from './same-output.ts'

/** From this many on the same call answered by errors is evidence: rules may ask for so few. */
const LEAST_ERRORS = 2

/** Most earlier occurrences shown beside the last one. */
const MOST_EARLIER = 5

const SENTENCES: Record<LoopKind, (count: number) => string> = {
  'repeated-step': (count) => `The same call with the same result ${count} times in a row.`,
  'repeated-error': (count) => `The same call ${count} times in a row, answered by an error each time.`,
  'repeated-message': (count) => `The same message ${count} times with nothing between.`,
  alternation: (count) => `Two steps in turns, with the same results, over ${count} steps.`,
}

/** Where an agent went in circles. */
export const loops: Check = {
  id: 'loops',
  version: 1,
  title: 'Loops',
  kinds: {
    'repeated-step':
      'The same call with the same result four times in a row, or more. Times, addresses and names of temporary files may differ.',
    'repeated-error': 'The same call three times in a row, or more, answered by errors.',
    'repeated-message': 'The same message of the agent three times, or more, with nothing between.',
    alternation: 'Two steps in turns with the same results, over six steps or more.',
    'error-again':
      'The same call answered by errors twice, or more, in the whole run; a shell command only with the same answer, and anew once files have changed.',
  },
  measures: [
    {
      id: 'stalls',
      label: 'Stalls',
      unit: 'loops',
      type: 'integer',
      group: 'run',
      help: 'Loops by OpenHands’ definitions: four times the same call with the same result, three times the same call answered by errors, three times the same message, two steps in turns over six. Thinking calls break none.',
      compute: (evidence) => countKinds(evidence, ...Object.keys(SENTENCES)),
    },
    {
      id: 'longest_error_repeat',
      label: 'Longest error repeat',
      unit: 'calls',
      type: 'integer',
      group: 'run',
      help: 'Most often that the same call was answered by an error, in a row or not; a shell command only with the same answer, and anew once files have changed. 1 when no failing call was repeated, 0 when none failed.',
      compute: (_, { example }) =>
        errorRepeats(runEventsOf(example), sameAnswerIn(example)).reduce((most, { length }) => Math.max(most, length), 0),
    },
  ],
  find: ({ example }) => {
    const { events, found, repeats } = circlesOf(example)
    const evidence = [
      ...found.map((loop) => loopEvidence(loop, events, example)),
      ...repeats.filter(({ length }) => length >= LEAST_ERRORS).map((group) => repeatEvidence(group, example)),
    ]
    return evidence.sort((a, b) => (a.at?.messageIndex ?? 0) - (b.at?.messageIndex ?? 0))
  },
}

interface Circles {
  events: readonly RunEvent[]
  found: readonly Loop[]
  repeats: readonly RunEvent[][]
}

const known = new WeakMap<Example, Circles>()

/** The loops of a run and its errors repeated, looked for once an example. */
function circlesOf(example: Example): Circles {
  const circles = known.get(example) ?? lookForCircles(example)
  known.set(example, circles)
  return circles
}

function lookForCircles(example: Example): Circles {
  const events = runEventsOf(example)
  const isSameAnswer = sameAnswerIn(example)
  return { events, found: findLoops(events, isSameAnswer), repeats: errorRepeats(events, isSameAnswer) }
}

function sameAnswerIn({ messages }: Example): SameAnswer {
  const answerOf = ({ resultIndex }: RunEvent) => (resultIndex === null ? undefined : messages[resultIndex]?.content)
  return (first, second) => {
    const [a, b] = [answerOf(first), answerOf(second)]
    return a !== undefined && b !== undefined && isSameOutput(a, b)
  }
}

/** Where the loop is one for certain, with what was before it from its start. */
function loopEvidence({ kind, start, end }: Loop, events: readonly RunEvent[], example: Example): Evidence {
  return repeated(kind, SENTENCES[kind](end - start), events.slice(start, start + LEAST_EVENTS[kind]), example)
}

function repeatEvidence(group: readonly RunEvent[], example: Example): Evidence {
  return repeated('error-again', `The same call was answered by an error ${group.length} times.`, group, example)
}

/** At the last of some events, with the first ones before it and what answered the last. */
function repeated(kind: string, text: string, events: readonly RunEvent[], example: Example): Evidence {
  const last = events.at(-1)
  const place = last ? placeOf(last, example) : { at: null, quote: '' }
  const earlier = events.slice(0, -1).slice(0, MOST_EARLIER)
  const parts = earlier.map((event): EvidencePart => ({ what: 'earlier', ...placeOf(event, example) }))
  return { kind, text, certainty: 'certain', ...place, parts: last ? [...parts, ...answersOf(last, example)] : parts }
}

function placeOf({ kind, messageIndex, call }: RunEvent, example: Example): Cited {
  return cite(example, kind === 'call' ? argumentsOf(messageIndex, call) : contentOf(messageIndex))
}

function answersOf({ resultIndex }: RunEvent, example: Example): EvidencePart[] {
  return resultIndex === null ? [] : [{ what: 'output', ...cite(example, contentOf(resultIndex)) }]
}
