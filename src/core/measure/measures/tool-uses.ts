import type { TallyEntry } from '#record'
import { callFactsOf } from '../run-facts.ts'
import type { Subject, TallyMeasure } from '../types.ts'

/** Calls and failures by tool. */
export const toolUses: TallyMeasure = {
  id: 'tools',
  version: 1,
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
  const names = example.messages.flatMap((message) => message.calls.map((call) => call.name))
  const uses = new Map<string, { key: string; amounts: [number, number] }>()
  for (const [place, { isFailed }] of callFactsOf(example).entries()) {
    const key = names[place] ?? ''
    const use = uses.get(key) ?? { key, amounts: [0, 0] }
    use.amounts[0] += 1
    use.amounts[1] += isFailed ? 1 : 0
    uses.set(key, use)
  }
  return [...uses.values()]
}
