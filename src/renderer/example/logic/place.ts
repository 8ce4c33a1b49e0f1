import type { Answers } from '../../api/api.ts'

/** Where the open example stands in what one goes through: a queue, or the selection. */
export interface Place {
  previous: string | null
  /** Null when nothing is left, or when it is not known yet: `left` tells. */
  next: string | null
  /** What comes next, `next` first: what is loaded ahead. */
  nextIds: readonly string[]
  /** From 0; null when it is in neither. */
  position: number | null
  total: number
  /** Still to come, this one not among them. */
  left: number
  /** Of a queue; null outside of one. */
  queue: { decided: number; skipped: number; pace: number | null; isSkipped: boolean; isBlind: boolean } | null
}

/** Until the host has answered. */
export const NOWHERE: Place = { previous: null, next: null, nextIds: [], position: null, total: 0, left: 0, queue: null }

/** The place in a selection. */
export function placeInSelection({ previous, next, nextIds, position, total }: Answers['example']['neighbours']): Place {
  return { previous, next, nextIds, position, total, left: position === null ? 0 : total - position - 1, queue: null }
}

/** The place in a queue. */
export function placeInQueue({ previous, next, nextIds, position, total, left, ...queue }: Answers['queue']['place']): Place {
  const { decided, skipped, pace, isSkipped, isBlind } = queue
  return { previous, next, nextIds, position, total, left, queue: { decided, skipped, pace, isSkipped, isBlind } }
}

/** Why one goes on from an example. */
export type Going = 'decided' | 'skipped' | 'passed'

/**
 * The place of `next` as far as `place` tells it, so that one can go on before the host has answered. In a queue what is passed or skipped stays among
 * what is left. Its position is a guess where others in between are judged already; the host's answer follows.
 */
export function placeAhead(id: string, place: Place, how: Going): Place {
  const nextIds = place.nextIds.slice(1)
  const { queue } = place
  return {
    previous: id,
    next: nextIds[0] ?? null,
    nextIds,
    position: place.position === null ? null : Math.min(place.position + 1, place.total - 1),
    total: place.total,
    left: Math.max(0, place.left - (queue === null || how === 'decided' ? 1 : 0)),
    queue: queue && {
      ...queue,
      decided: queue.decided + (how === 'decided' ? 1 : 0),
      skipped: queue.skipped + (how === 'skipped' && !queue.isSkipped ? 1 : 0) - (how === 'decided' && queue.isSkipped ? 1 : 0),
      isSkipped: false,
    },
  }
}
