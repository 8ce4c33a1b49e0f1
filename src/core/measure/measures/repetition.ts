import type { Call, Example } from '#record'
import { callFactsOf } from '../run-facts.ts'
import type { Measure } from '../types.ts'

/** Whether the agent went in circles. */
export const repetitionMeasures: readonly Measure[] = [
  {
    id: 'repeated_calls',
    version: 1,
    label: 'Repeated calls',
    unit: 'calls',
    type: 'integer',
    group: 'calls',
    help: 'Calls with the same tool and the same arguments as an earlier call, with no change of files in between; what the harness refused to run does not count as earlier.',
    compute: ({ example }) => repeatedCalls(example),
  },
  {
    id: 'longest_repeat',
    version: 1,
    label: 'Longest repeat',
    unit: 'calls',
    type: 'integer',
    group: 'calls',
    help: 'Most calls in a row with the same tool and the same arguments; 1 when no call repeats the one before it, 0 without calls.',
    compute: ({ example }) => {
      const calls = callFactsOf(example).map(({ call }) => call)
      return longestRun(calls.map((call, at) => (at > 0 && isSame(call, calls[at - 1]) ? 'goes on' : 'begins')))
    },
  },
  {
    id: 'error_streak',
    version: 1,
    label: 'Error streak',
    unit: 'calls',
    type: 'integer',
    group: 'calls',
    help: 'Most failed calls in a row; failed as in failed_calls.',
    compute: ({ example }) => longestRun(callFactsOf(example).map(({ isFailed }) => (isFailed ? 'goes on' : 'ends'))),
  },
]

function repeatedCalls(example: Example): number {
  const seen = new Map<string, Set<string>>()
  let repeated = 0
  for (const { call, isEdit, isRefused } of callFactsOf(example)) {
    const known = seen.get(call.name) ?? new Set()
    if (known.has(call.argumentsText)) repeated += 1
    if (isEdit) seen.clear()
    if (!isRefused) seen.set(call.name, (isEdit ? new Set<string>() : known).add(call.argumentsText))
  }
  return repeated
}

function isSame(call: Call, other: Call | undefined): boolean {
  return call.name === other?.name && call.argumentsText === other.argumentsText
}

/** The longest run of items that go on, counted from the one that began it; an item that ends a run belongs to none. */
function longestRun(items: readonly ('begins' | 'goes on' | 'ends')[]): number {
  let longest = 0
  let current = 0
  for (const item of items) {
    current = item === 'begins' ? 1 : item === 'ends' ? 0 : current + 1
    longest = Math.max(longest, current)
  }
  return longest
}
