import { announce, type Desk } from './desk.ts'
import type { Session } from './session.ts'

/** Sessions that are counting, and whether something was decided since they began. */
const counting = new WeakMap<Session, { isOutdated: boolean }>()

/**
 * Tells every screen that something was decided, with the new counts. Nobody waits for it: counting looks at every row. While it counts, more decisions
 * ask for one more count, however many there are, so that a burst of them leaves no queue.
 */
export function announceDecisions(desk: Desk): void {
  const running = counting.get(desk.session)
  if (running) running.isOutdated = true
  // Nobody is told of a workspace that is closing, nor of one that cannot be counted: whoever looks at it next hears why.
  else countAndTell(desk).catch(() => undefined)
}

async function countAndTell(desk: Desk): Promise<void> {
  const { session } = desk
  const state = { isOutdated: true }
  counting.set(session, state)
  try {
    while (state.isOutdated) {
      state.isOutdated = false
      await announce(desk, 'decisions')
    }
  } finally {
    counting.delete(session)
  }
}
