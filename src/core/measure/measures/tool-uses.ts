import type { TallyEntry } from '#record'
import { callFactsOf } from '../run-facts.ts'
import type { Subject, TallyMeasure } from '../types.ts'

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
  compute: usesOf,
}

function usesOf({ example }: Subject): TallyEntry[] {
  const uses = new Map<string, { key: string; amounts: [number, number] }>()
  for (const { call, isFailed } of callFactsOf(example)) {
    const use = uses.get(call.name) ?? { key: call.name, amounts: [0, 0] }
    use.amounts[0] += 1
    use.amounts[1] += isFailed ? 1 : 0
    uses.set(call.name, use)
  }
  return [...uses.values()]
}
