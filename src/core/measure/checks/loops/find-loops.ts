import type { RunEvent } from './run-events.ts'

/** How a run went in circles. */
export type LoopKind = 'repeated-step' | 'repeated-error' | 'repeated-message' | 'alternation'

/** One loop: the events from `start` up to `end` (behind the last), in the order of the run. */
export interface Loop {
  kind: LoopKind
  start: number
  end: number
}

/** Fewest events that make a loop, as OpenHands' detector counts them. */
export const LEAST_EVENTS: Record<LoopKind, number> = { 'repeated-step': 4, 'repeated-error': 3, 'repeated-message': 3, alternation: 6 }

/** True when two calls had the same answer. */
export type SameAnswer = (first: RunEvent, second: RunEvent) => boolean

/**
 * The loops of a run by the definitions of OpenHands' stuck detector, as its documentation describes them: the same call with the same answer four
 * times, the same call answered by errors three times, the same message three times with nothing between, two steps in turns over six. A loop is as long
 * as it goes on, and loops do not overlap. Linear: what is gone through belongs to a loop, or is a few events.
 */
export function findLoops(events: readonly RunEvent[], isSameAnswer: SameAnswer): Loop[] {
  const loops: Loop[] = []
  for (let at = 0; at < events.length; ) {
    const loop = loopAt(events, at, isSameAnswer)
    if (loop) loops.push(loop)
    at = loop?.end ?? at + 1
  }
  return loops
}

/** The longest loop that begins with an event; null for none. */
function loopAt(events: readonly RunEvent[], start: number, isSameAnswer: SameAnswer): Loop | null {
  const isSameStep = (a: RunEvent, b: RunEvent): boolean => isSameCall(a, b) && isSameAnswer(a, b)
  const ends: Record<LoopKind, number> = {
    'repeated-error': extent(events, start, 1, (a, b) => isSameCall(a, b) && a.isFailed && b.isFailed),
    'repeated-step': extent(events, start, 1, isSameStep),
    'repeated-message': extent(events, start, 1, (a, b) => a.kind === 'message' && b.kind === 'message' && a.action === b.action),
    alternation: extent(events, start, 2, isSameStep),
  }
  const kinds = (Object.keys(ends) as LoopKind[]).filter((kind) => ends[kind] - start >= LEAST_EVENTS[kind])
  const [longest] = kinds.sort((a, b) => ends[b] - ends[a])
  return longest === undefined ? null : { kind: longest, start, end: ends[longest] }
}

/** Where the events end that are the same as those `period` before them, from `start` on. */
function extent(events: readonly RunEvent[], start: number, period: number, isSame: SameAnswer): number {
  let end = start + period
  for (; end < events.length; end += 1) {
    const [before, event] = [events[end - period], events[end]]
    if (!before || !event || !isSame(before, event)) break
  }
  return end
}

function isSameCall(first: RunEvent, second: RunEvent): boolean {
  return first.kind === 'call' && second.kind === 'call' && first.action === second.action
}
