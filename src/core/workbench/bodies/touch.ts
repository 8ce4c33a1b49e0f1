import type { Desk } from '../desk.ts'
import type { Session } from '../session.ts'

/** One write for several looks; what a kill loses of them costs a row its place in the order of eviction, no more. */
const AT_ONCE = 16

/** Notes that an example was looked at: those looked at last are evicted last. */
export function touch(desk: Desk, id: string): void {
  const { touched } = desk.session.fetching
  touched.add(id)
  if (touched.size >= AT_ONCE) tellTouched(desk.session, desk.now())
}

/** Tells the record of the looks noted so far. */
export function tellTouched(session: Session, now: Date): void {
  const { touched } = session.fetching
  if (touched.size > 0) session.workspace.record.touchBodies([...touched], now.toISOString())
  touched.clear()
}
