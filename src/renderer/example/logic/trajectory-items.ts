import type { MessageView } from '../types.ts'
import { collapseRuns, type OutlineLine } from './collapse-runs.ts'
import type { OutlineEntry } from './outline.ts'

/** What the trajectory draws: a message's card, or one for several like steps. */
export type TrajectoryItem =
  | { kind: 'message'; first: number; message: MessageView }
  | { kind: 'run'; first: number; line: Extract<OutlineLine, { kind: 'run' }> }

/** The messages in order; those of runs that are not opened, as one item where they begin. `opened` null collapses nothing. */
export function trajectoryItems(
  messages: readonly MessageView[],
  entries: readonly OutlineEntry[],
  opened: ReadonlySet<number> | null,
): TrajectoryItem[] {
  const lines = opened === null ? [] : collapseRuns(entries, opened).filter((line) => line.kind === 'run')
  const runs = new Map(lines.map((line) => [line.entries[0]?.message, line]))
  const folded = new Set(lines.flatMap((line) => line.entries.flatMap((entry) => entry.messages)))
  return messages.flatMap((message): TrajectoryItem[] => {
    const line = runs.get(message.index)
    if (line) return [{ kind: 'run', first: message.index, line }]
    return folded.has(message.index) ? [] : [{ kind: 'message', first: message.index, message }]
  })
}

/** The place of the item that draws a message; -1 when there is none. */
export function itemOf(items: readonly TrajectoryItem[], message: number): number {
  return items.findIndex((item) =>
    item.kind === 'message' ? item.first === message : item.line.entries.some((entry) => entry.messages.includes(message)),
  )
}
