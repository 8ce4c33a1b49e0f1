import { setImmediate } from 'node:timers/promises'

/** Half of what a frame of the screen may take. */
const TURN_MS = 8

/** A share of the thread's time for work that goes on in small steps. */
export interface Turn {
  /** It has had the thread long enough. */
  isOver(): boolean
  /** Lets others go first. */
  next(): Promise<void>
}

/** Begins a turn. */
export function createTurn(): Turn {
  let endsAt = performance.now() + TURN_MS
  return {
    isOver: () => performance.now() >= endsAt,
    next: async () => {
      await setImmediate()
      endsAt = performance.now() + TURN_MS
    },
  }
}
