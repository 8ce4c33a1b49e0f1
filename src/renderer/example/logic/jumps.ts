import { matches, type OutlineEntry, type OutlineFilter } from './outline.ts'

/**
 * The entry a jump leads to from a message: the nearest one past it that the filter lets through, going around the ends when
 * `wraps`; undefined when there is none.
 */
export function jumpFrom(
  entries: readonly OutlineEntry[],
  message: number,
  jump: { direction: 1 | -1; filter: OutlineFilter; wraps?: boolean },
): OutlineEntry | undefined {
  const wanted = entries.filter((entry) => matches(entry, jump.filter))
  if (jump.direction === 1) return wanted.find((entry) => entry.message > message) ?? (jump.wraps ? wanted[0] : undefined)
  return wanted.findLast((entry) => entry.message < message) ?? (jump.wraps ? wanted.at(-1) : undefined)
}
