import type { TextCounter } from '../types.ts'

/** Texts remembered for each counter, the oldest forgotten first; longer ones are counted each time. At most 2 MB a counter. */
const RECENT = 64
const LONGEST = 16_384

const recent = new WeakMap<TextCounter, Map<string, number>>()

/** Tokens of a tool's definition: the rows of a release repeat the same few. */
export function countDefinition(text: string, counter: TextCounter): number {
  if (text.length > LONGEST) return counter.count(text)
  const counts = recent.get(counter) ?? new Map<string, number>()
  recent.set(counter, counts)
  const count = counts.get(text) ?? counter.count(text)
  counts.delete(text)
  counts.set(text, count)
  const oldest = counts.keys().next().value
  if (counts.size > RECENT && oldest !== undefined) counts.delete(oldest)
  return count
}
