import { announce, type Desk } from './desk.ts'
import type { Session } from './session.ts'

/** Sessions that are counting, with the examples decided about since they began. */
const counting = new WeakMap<Session, Set<string>>()

/** More examples than a page has open by far: of more it is enough to say that there were many. */
const MOST_NAMED = 100

/**
 * Tells every screen that something was decided about these examples, with the new counts. Nobody waits for it: counting looks at every row. While it
 * counts, more decisions ask for one more count, however many there are, so that a burst of them leaves no queue.
 */
export function announceDecisions(desk: Desk, ids: readonly string[]): void {
  const waiting = counting.get(desk.session)
  if (waiting) for (const id of ids) waiting.add(id)
  // Nobody is told of a workspace that is closing, nor of one that cannot be counted: whoever looks at it next hears why.
  else countAndTell(desk, ids).catch(() => undefined)
}

async function countAndTell(desk: Desk, ids: readonly string[]): Promise<void> {
  const { session } = desk
  const waiting = new Set(ids)
  counting.set(session, waiting)
  try {
    while (waiting.size > 0) {
      const told = [...waiting]
      waiting.clear()
      await announce(desk, 'decisions', told.length > MOST_NAMED ? undefined : told)
    }
  } finally {
    counting.delete(session)
  }
}
