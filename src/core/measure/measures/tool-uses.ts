import { callFactsOf } from '../run-facts.ts'
import { sumTally } from '../sum-tally.ts'
import type { TallyMeasure } from '../types.ts'

/** Calls and failures by tool. */
export const toolUses: TallyMeasure = {
  id: 'tools',
  version: 2,
  label: 'Tools',
  unit: 'tool',
  type: 'tally',
  group: 'calls',
  help: 'Calls by the name of their tool, structured or written as text, and how many of them failed.',
  amounts: [
    { id: 'calls', label: 'Calls', unit: 'calls' },
    { id: 'failed', label: 'Failed', unit: 'calls' },
  ],
  compute: ({ example }) =>
    sumTally(callFactsOf(example).map(({ call, isFailed }) => ({ key: call.name, amounts: [1, isFailed ? 1 : 0] }))),
}
