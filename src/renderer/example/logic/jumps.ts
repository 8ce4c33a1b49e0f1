import { IS, type OutlineEntry, type StepKind } from './outline.ts'

/** What a jump looks for: any entry, or one of a kind. */
export type JumpKind = 'all' | StepKind

/**
 * The entry a jump leads to from a message: the nearest one past it that is of the kind, going around the ends when
 * `wraps`; undefined when there is none.
 */
export function jumpFrom(
  entries: readonly OutlineEntry[],
  message: number,
  jump: { direction: 1 | -1; kind: JumpKind; wraps?: boolean },
): OutlineEntry | undefined {
  const wanted = jump.kind === 'all' ? entries : entries.filter(IS[jump.kind])
  if (jump.direction === 1) return wanted.find((entry) => entry.message > message) ?? (jump.wraps ? wanted[0] : undefined)
  return wanted.findLast((entry) => entry.message < message) ?? (jump.wraps ? wanted.at(-1) : undefined)
}
